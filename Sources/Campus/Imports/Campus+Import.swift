import CoursePackage
public import Foundation
import Learning
import Persistence
import Store

extension Campus {
    /// Imports a package: a curriculum's XML, a folder, a zip or a tar. All of it is there afterwards, or nothing.
    ///
    /// - Parameters:
    ///   - strict: refuses what has warnings, too.
    ///   - isLook: publishes nothing, and says what it would change.
    ///   - progress: told how far it is, from any thread.
    /// - Returns: also when the package was refused; its findings say why.
    /// - Throws: ``Refusal`` when the caller may not import, or the program cannot write.
    public func importCourse(
        _ package: URL, strict: Bool = false, isLook: Bool = false, by access: Access,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let person = try await read(access) { _, caller in
            try Self.checkMayImport(caller)
            return caller.personID
        }
        return try await importCourse(
            package, strict: strict, hold: isLook ? .everything : .nothing, for: person, progress: progress)
    }

    static func checkMayImport(_ caller: Caller) throws {
        guard caller.scope == .all else {
            throw Refusal(.forbidden, "read-only-token", "This token may only read; make one of scope \"all\".")
        }
        guard caller.isTrainer else { throw Refusal.forbidden("Courses are imported by trainers.") }
    }

    /// The same for somebody whose rights are checked.
    /// - Parameters:
    ///   - hold: what is only compared, and not published.
    ///   - since: the version that is current, where somebody has looked at what this changes of it.
    ///   - finish: called in the transaction that publishes, with what it came to.
    func importCourse(
        _ package: URL, strict: Bool = false, hold: ImportHold = .nothing, since: Identifier<CourseVersion>? = nil,
        for person: Identifier<Person>?,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        finish: @escaping @Sendable (any SQLConnection, ImportReport) throws -> Void = { _, _ in }
    ) async throws -> ImportReport {
        let work = ImportWork(blobs: blobs, progress: progress)
        return try await withTaskCancellationHandler {
            let reading = try await offPool(on: ImportWork.queue) { try work.read(package.path) }
            guard let draft = reading.draft, let digest = reading.digest else { return ImportReport(reading) }
            if strict, reading.outcome == .warnings { return ImportReport(reading, refusing: Self.strictness) }
            do {
                if let (known, lacksFiles) = try await published(draft.key, digest: digest) {
                    let (files, hold) =
                        lacksFiles
                        ? try await keep(reading, work) : ([], nil)
                    try await check(hold)
                    try await write(.operator) { connection, _ in
                        try VersionFileStore.addWithheld(files, to: known.version, connection)
                        try finish(connection, ImportReport(reading, known))
                    }
                    withExtendedLifetime(hold) {}
                    return ImportReport(reading, known)
                }
                if let held = try await held(reading, draft, hold) { return held }
                let (files, blobHold) = try await keep(reading, work)
                try Task.checkCancellation()
                let publication = try await publish(
                    draft, format: reading.format, digest: digest, files: files, hold: blobHold, since: since,
                    by: person
                ) { connection, publication in
                    try finish(connection, ImportReport(reading, publication))
                }
                withExtendedLifetime(blobHold) {}
                return ImportReport(reading, publication)
            } catch let error as PackageChanged {
                return ImportReport(reading, refusing: error.finding)
            } catch let error as CourseMovedOn {
                return ImportReport(reading, refusing: error.finding)
            }
        } onCancel: {
            work.stop()
        }
    }

    /// Keeps a package's files, and every sweep away for as long as the hold lives.
    private func keep(
        _ reading: PackageReading, _ work: ImportWork
    ) async throws -> ([StoredFile], (any BlobHold)?) {
        try await retrying {
            try await offPool(on: ImportWork.queue) { [blobs] in
                let hold = try blobs.hold()
                return (try work.keep(reading), hold)
            }
        }
    }

    /// - Throws: ``Refusal`` of kind `unavailable` when a sweep was not kept away all the time: files may be gone.
    func check(_ hold: (any BlobHold)?) async throws {
        guard let hold else { return }
        try await retrying { try await offPool { try hold.check() } }
    }

    /// The course and version that hold this very content already, and whether files of theirs are missing, which the package
    /// then brings back; nil when none does.
    private func published(_ key: String, digest: String) async throws -> (Publication, lacksFiles: Bool)? {
        let found = try await read(.operator) { connection, _ -> (Publication, [StoredFile])? in
            guard let course = try CourseStore.find(key: key, connection),
                let version = try CourseVersionStore.find(digest: digest, of: course.id, connection)
            else { return nil }
            var publication = Publication(result: .unchanged, course: course.id, version: version)
            publication.isSuperseded = version != course.versionID
            return (publication, try VersionFileStore.all(of: version, connection))
        }
        guard let (publication, files) = found else { return nil }
        if ContentDigest(of: files).hexadecimal() != digest { return (publication, true) }
        return (publication, try await offPool { [blobs] in try !files.map(\.digest).allSatisfy(blobs.contains) })
    }

    private static let strictness = Finding(
        .fatal, "strict", message: "There are warnings, and none are allowed.",
        hint: "Mend what they name, or import without being strict.")
}
