import CoursePackage
public import Foundation
import Learning
import Store

extension Campus {
    /// A course to begin with, as a zip. The caller keeps its answers right.
    ///
    /// - Parameter title: one line, 1…200 characters.
    /// - Returns: what the file is called, and its bytes.
    /// - Throws: ``Refusal`` of kind `forbidden` for whoever is no trainer.
    public func starterPackage(titled title: String, by access: Access) async throws -> (name: String, bytes: Data) {
        let owner = try await read(access) { connection, caller in
            guard caller.isTrainer else { throw Refusal.forbidden("Courses are begun by trainers.") }
            let person = try caller.personID.flatMap { try PersonStore.find($0, connection) }
            return person?.email ?? person?.externalID
        }
        let folder = incoming.appendingPathComponent("starter-\(makeID())")
        return try await offPool {
            defer { try? FileManager.default.removeItem(at: folder) }
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                let starter = Starter(title: title, owner: owner ?? "you@example.com")
                let url = folder.appendingPathComponent("starter.zip")
                try PackageWriter.write(starter.files.mapValues { .text($0) }, to: url.path)
                return (name: starter.fileName, bytes: try Data(contentsOf: url))
            } catch {
                throw Refusal(
                    .unavailable, "store-unavailable",
                    "The starter cannot be written now: \(error.localizedDescription)",
                    retryAfter: 5)
            }
        }
    }

    /// Some bytes of a package that is given out, read off the cooperative pool.
    public func bytes(of package: ExportedPackage, in range: Range<Int>) async throws -> Data {
        try await offPool { try package.read(range) }
    }
}
