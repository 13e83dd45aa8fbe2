public import Foundation
import Learning
public import Persistence
import Store

extension Campus {
    /// Copies everything into a new folder, while a server goes on: first the database as it is at one moment, then the blobs
    /// that this copy names. The folder appears when all of it is durable.
    ///
    /// - Parameters:
    ///   - program: the version of this program.
    ///   - open: opens the copy of the database at a path.
    ///   - progress: hears the bytes of blobs that are copied, and of all.
    /// - Returns: what the backup holds; a blob that is gone or damaged here is not in it, and named in `lacking`.
    /// - Throws: ``Refusal`` of kind `conflict` when something is at `target`.
    public func backUp(
        to target: URL, program: String, open: @Sendable (_ path: String) throws -> any SQLDatabase,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> BackupManifest {
        let exists = Refusal(
            .conflict, "backup-exists", "\(target.path) is there already; name a folder that is not.")
        return try await FolderInMaking.make(at: target, otherwise: exists) { folder in
            try await fill(folder, program: program, open: open, progress: progress)
        }
    }

    private func fill(
        _ folder: FolderInMaking, program: String, open: (_ path: String) throws -> any SQLDatabase,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> BackupManifest {
        // What the copy names must not be swept away before it is copied.
        let hold = try await offPool { [blobs] in try blobs.hold() }
        let path = folder.url.appendingPathComponent(BackupManifest.database).path
        try await repeatingContention { try await database.backUp(to: path) }
        let copy = try open(path)
        let schema = try await Migrator(Migrations.all).version(of: copy)
        let named = try await copy.read { try BackupStore.digests($0) }
        try copy.close()
        let making = BackupInMaking(folder: folder, blobs: blobs, progress: progress)
        let now = now()
        let manifest = try await offPool {
            try making.finish(named: named, program: program, schema: schema, now: now)
        }
        withExtendedLifetime(hold) {}
        return manifest
    }
}
