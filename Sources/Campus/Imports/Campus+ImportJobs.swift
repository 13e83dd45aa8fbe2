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
    ///   - isHold: does not publish a new version of a course that is known before ``publishImport(_:by:)``.
    ///   - announced: how many bytes the caller says will come; nil when it does not say.
    ///   - body: appends what comes.
    /// - Throws: ``Refusal`` of kind `forbidden`, `tooLarge`, `invalid` when another number of bytes came or none,
    ///   `unavailable` when they cannot be written; whatever `body` throws.
    public func receive(
        fileName: String, isHold: Bool = false, announced: Int?, limit: Limit = Limits.upload, by access: Access,
        _ body: (Upload) async throws -> Void
    ) async throws -> ImportJob {
        let person = try await read(access) { _, caller in
            try Self.checkMayImport(caller)
            return caller.personID
        }
        if let announced, announced > limit.value { throw Refusal.tooLarge(limit, came: "\(announced)") }
        let upload = Upload(
            campus: self, job: makeIdentifier(), fileName: fileName, isHold: isHold, person: person, access: access,
            limit: limit)
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

    /// What an upload that is held would change, or one that was held has changed.
    /// - Throws: ``Refusal`` of kind `missing`, also when it was not held.
    public func changes(of id: Identifier<ImportJob>, by access: Access) async throws -> CourseChanges {
        try await read(access) { connection, caller in
            try Self.checkMayReadImports(caller)
            guard let changes = try ImportJobStore.changes(of: id, connection) else {
                throw Refusal.missing("comparison")
            }
            return changes
        }
    }

    /// Lets an upload that is held take its turn. When another version was published meanwhile it is refused then.
    /// - Throws: ``Refusal`` of kind `missing`, or `conflict` when it is not held.
    public func publishImport(_ id: Identifier<ImportJob>, by access: Access) async throws -> ImportRecord {
        let record = try await write(access) { connection, caller in
            try Self.checkMayImport(caller)
            guard try ImportJobStore.find(id, connection) != nil else { throw Refusal.missing("import") }
            guard try ImportJobStore.release(held: id, connection), let job = try ImportJobStore.find(id, connection)
            else {
                throw Refusal(.conflict, "not-held", "This import is not held: it runs, or it has ended.")
            }
            return ImportRecord(job: job, findings: [])
        }
        importWake.ring()
        return record
    }

    private static func checkMayReadImports(_ caller: Caller) throws {
        guard caller.isTrainer || caller.isLeader else {
            throw Refusal.forbidden("Imports are seen by trainers and leaders.")
        }
    }
}
