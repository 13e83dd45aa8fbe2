public import Foundation
import Persistence

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One folder of data: the database, the blobs, uploads on their way in, backups, and the lock of the one `serve`.
public struct DataFolder: Sendable {
    public let url: URL

    /// Opens or creates the folder, readable by its owner alone.
    public init(_ url: URL) throws {
        self.url = url
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
        } catch {
            throw StoreError(.unavailable, "the data folder \(url.path) cannot be made: \(error.localizedDescription)")
        }
    }

    public var databasePath: String { url.appendingPathComponent("cornerman.sqlite").path }
    public var blobs: URL { url.appendingPathComponent("blobs") }
    /// Uploads before their import has ended.
    public var incoming: URL { url.appendingPathComponent("incoming") }
    public var backups: URL { url.appendingPathComponent("backups") }

    public func openDatabase() throws -> SQLiteDatabase { try SQLiteDatabase(path: databasePath) }
    public func openBlobs() throws -> FileBlobStore { try FileBlobStore(folder: blobs) }

    /// Takes the lock that only one `serve` may hold; it is let go when the process ends, however it ends.
    ///
    /// - Returns: nil when another process holds it.
    public func lockForServing() throws -> ServeLock? {
        let path = url.appendingPathComponent("serve.lock").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(posix: "open") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            _ = close(descriptor)
            return nil
        }
        return ServeLock(descriptor: descriptor)
    }
}

/// Held by the one `serve` of a folder.
public final class ServeLock: Sendable {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = close(descriptor) }
}
