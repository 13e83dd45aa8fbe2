public import Learning
import Persistence
import Store

/// Imports that were uploaded, and what became of them.
extension Campus {
    /// An import with what it had to say.
    public struct ImportRecord: Sendable {
        public var job: ImportJob
        public var findings: [Finding]
    }

    /// Takes a package; its import waits for its turn once all of it is here. When `body` throws nothing of it stays.
    /// - Parameters:
    ///   - fileName: what the caller calls it, 1…200 characters.
    ///   - announced: how many bytes the caller says will come; nil when it does not say.
    ///   - body: appends what comes.
    /// - Throws: ``Refusal`` of kind `forbidden`, `tooLarge`, `invalid` when another number of bytes came or none,
    ///   `unavailable` when they cannot be written; whatever `body` throws.
    public func receive(
        fileName: String, announced: Int?, limit: Limit = Limits.upload, by access: Access,
        _ body: (Upload) async throws -> Void
    ) async throws -> ImportJob {
        let person = try await read(access) { _, caller in
            try Self.checkMayImport(caller)
            return caller.personID
        }
        if let announced, announced > limit.value { throw Refusal.tooLarge(limit, came: "\(announced)") }
        let upload = Upload(
            campus: self, job: makeIdentifier(), fileName: fileName, person: person, access: access, limit: limit)
        do {
            try await body(upload)
            try upload.checkIsWhole(announced: announced)
            return try await upload.finish()
        } catch {
            try await upload.remove()
            throw error
        }
    }

    /// Imports, newest first.
    /// - Parameter page: its key is the id of the last import that the caller has.
    public func imports(page: Page<Identifier<ImportJob>>, by access: Access) async throws -> [ImportRecord] {
        try await read(access) { connection, caller in
            try Self.checkMayReadImports(caller)
            let jobs = try ImportJobStore.list(page: page, connection)
            let findings = try ImportJobStore.findings(of: jobs.map(\.id), connection)
            return jobs.map { ImportRecord(job: $0, findings: findings[$0.id] ?? []) }
        }
    }

    /// One import.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func importJob(_ id: Identifier<ImportJob>, by access: Access) async throws -> ImportRecord {
        try await read(access) { connection, caller in
            try Self.checkMayReadImports(caller)
            guard let job = try ImportJobStore.find(id, connection) else { throw Refusal.missing("import") }
            return ImportRecord(job: job, findings: try ImportJobStore.findings(of: [id], connection)[id] ?? [])
        }
    }

    private static func checkMayReadImports(_ caller: Caller) throws {
        guard caller.isTrainer || caller.isLeader else {
            throw Refusal.forbidden("Imports are seen by trainers and leaders.")
        }
    }
}
