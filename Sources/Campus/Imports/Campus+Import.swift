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
    ///   - progress: told how far it is, from any thread.
    /// - Returns: also when the package was refused; its findings say why.
    /// - Throws: ``Refusal`` when the caller may not import, or the program cannot write.
    public func importCourse(
        _ package: URL, strict: Bool = false, by access: Access,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let person = try await read(access) { _, caller in
            try Self.checkMayImport(caller)
            return caller.personID
        }
        return try await importCourse(package, strict: strict, for: person, progress: progress)
    }

    static func checkMayImport(_ caller: Caller) throws {
        guard caller.scope == .all else {
            throw Refusal(.forbidden, "read-only-token", "This token may only read; make one of scope \"all\".")
        }
        guard caller.isTrainer else { throw Refusal.forbidden("Courses are imported by trainers.") }
    }

    /// The same for somebody whose rights are checked.
    /// - Parameter finish: called in the transaction that publishes, with what it came to.
    func importCourse(
        _ package: URL, strict: Bool = false, for person: Identifier<Person>?,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        finish: @escaping @Sendable (any SQLConnection, ImportReport) throws -> Void = { _, _ in }
    ) async throws -> ImportReport {
        let work = ImportWork(blobs: blobs, progress: progress)
        return try await withTaskCancellationHandler {
            let reading = try await offPool(on: ImportWork.queue) { try work.read(package.path) }
            guard let draft = reading.draft, let digest = reading.digest else { return ImportReport(reading) }
            if strict, reading.outcome == .warnings { return ImportReport(reading, refusing: Self.strictness) }
            if let known = try await published(draft.key, digest: digest) {
                try await write(.operator) { connection, _ in try finish(connection, ImportReport(reading, known)) }
                return ImportReport(reading, known)
            }
            do {
                let (files, hold) = try await retrying {
                    try await offPool(on: ImportWork.queue) { [blobs] in
                        let hold = try blobs.hold()
                        return (try work.keep(reading), hold)
                    }
                }
                try Task.checkCancellation()
                let publication = try await publish(
                    draft, format: reading.format, digest: digest, files: files, by: person
                ) { connection, publication in
                    try finish(connection, ImportReport(reading, publication))
                }
                withExtendedLifetime(hold) {}
                return ImportReport(reading, publication)
            } catch let error as PackageChanged {
                return ImportReport(reading, refusing: error.finding)
            }
        } onCancel: {
            work.stop()
        }
    }

    /// The course and version that hold this very content already; nil when none does.
    private func published(_ key: String, digest: String) async throws -> Publication? {
        try await read(.operator) { connection, _ in
            guard let course = try CourseStore.find(key: key, connection),
                let version = try CourseVersionStore.find(digest: digest, of: course.id, connection)
            else { return nil }
            return Publication(result: .unchanged, course: course.id, version: version)
        }
    }

    private static let strictness = Finding(
        .fatal, "strict", message: "There are warnings, and none are allowed.",
        hint: "Mend what they name, or import without being strict.")
}
