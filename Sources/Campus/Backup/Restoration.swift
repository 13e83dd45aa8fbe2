public import Foundation
import Learning
import Persistence
import Store

/// Makes a new folder of data from a backup.
///
/// People, what they earned and what they wrote are as they were. What opens a door without a password is not: sessions,
/// launches and links that were open then end, as they may have been ended since, or used. Personal tokens live on, as
/// machines need them.
public struct Restoration: Sendable {
    /// What was put in place.
    public struct Report: Hashable, Sendable, Codable {
        public var people: Int
        public var courses: Int
        public var events: Int
        /// Files of packages.
        public var files: Int
        public var bytes: Int
        public var sessionsEnded: Int
        public var linksEnded: Int
        /// Uploads that waited for their import, which a backup does not hold.
        public var uploadsLost: Int
        /// Personal tokens that are alive again, even those that were revoked after the backup.
        public var personalTokens: Int
        /// Digests of files that the backup lacks.
        public var lacking: [String]

        private enum CodingKeys: String, CodingKey {
            case people, courses, events, files, bytes, lacking
            case sessionsEnded = "sessions_ended"
            case linksEnded = "links_ended"
            case uploadsLost = "uploads_lost"
            case personalTokens = "personal_tokens"
        }
    }

    let backup: BackupFolder

    public init(_ backup: BackupFolder) { self.backup = backup }

    /// Holds every file to its digest, examines the database, brings it to this program's schema, and only then lets the
    /// folder appear. When anything fails, nothing is left behind.
    ///
    /// - Parameters:
    ///   - place: where the data are to be; a folder there must be empty.
    ///   - open: opens the campus on a folder of data that is in the making.
    ///   - progress: hears the bytes that are copied, and of all.
    /// - Throws: ``Refusal`` that says which file is damaged, or that there are data at `place`.
    public func restore(
        to place: URL, open: @Sendable (_ folder: URL) throws -> Campus,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> Report {
        let exist = Refusal(
            .conflict, "data-exist",
            "\(place.path) is there already and not empty; nothing is overwritten. Name a folder that is not there.")
        return try await FolderInMaking.make(at: place, otherwise: exist) { folder in
            try await Self.offPool { [backup] in try backup.copy(to: folder, progress: progress) }
            do {
                let campus = try open(folder.url)
                let report = try await prepare(campus)
                try campus.database.close()
                return report
            } catch let error as StoreError where error.kind == .corrupt || error.kind == .mismatch {
                throw damagedDatabase(error.message)
            }
        }
    }

    private func prepare(_ campus: Campus) async throws -> Report {
        if let wrong = try await campus.database.checkIntegrity().first { throw damagedDatabase(wrong) }
        guard try await Migrator(Migrations.all).version(of: campus.database) == backup.manifest.schema else {
            throw damagedDatabase("its schema is not the one of the manifest")
        }
        let named = try await campus.database.read { try BackupStore.digests($0) }.map(\.text)
        let held = Set(backup.manifest.files.map(\.sha256)).union(backup.manifest.lacking)
        if let missing = named.first(where: { !held.contains($0) }) {
            throw damagedDatabase("it names \(BackupManifest.path(of: missing)), which the manifest does not")
        }
        try await campus.migrate()
        let uploads = try await campus.loseUploads()
        return try await ended(campus, uploadsLost: uploads)
    }

    private func ended(_ campus: Campus, uploadsLost: Int) async throws -> Report {
        let now = campus.now()
        let manifest = backup.manifest
        return try await campus.write(.operator) { connection, _ in
            try LaunchStore.removeAll(connection)
            try CalendarFeedStore.removeAll(connection)
            let counts = try BackupStore.counts(connection)
            return Report(
                people: counts.people, courses: counts.courses, events: counts.events,
                files: manifest.files.count - 1, bytes: manifest.size,
                sessionsEnded: try TokenStore.endSessions(now: now, connection),
                linksEnded: try InvitationStore.endAll(now: now, connection), uploadsLost: uploadsLost,
                personalTokens: try TokenStore.countPersonal(now: now, connection), lacking: manifest.lacking)
        }
    }

    private func damagedDatabase(_ what: String) -> Refusal {
        Refusal(
            .invalid, "backup-damaged",
            "\(backup.url.appendingPathComponent(BackupManifest.database).path) is damaged: \(what). Nothing was restored; "
                + "take another backup.")
    }

    private static func offPool<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result(catching: body)) }
        }
    }
}

extension Campus {
    /// Ends the imports whose uploads are gone, and says so to whoever waits for them.
    /// - Returns: how many there were.
    func loseUploads() async throws -> Int {
        let now = now()
        let lost = Finding(
            .fatal, "upload-lost", message: "The data were restored from a backup, which holds no uploads.",
            hint: "Upload the package again.")
        return try await write(.operator) { connection, _ in
            let jobs = try ImportJobStore.unended(connection)
            for id in jobs {
                guard var job = try ImportJobStore.find(id, connection) else { continue }
                job.result = .failed
                try ImportJobStore.end(job, by: nil, findings: [lost], now: now, connection)
            }
            return jobs.count
        }
    }
}
