public import Foundation
import Persistence
public import PersistenceFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One folder of data: the database, the blobs, uploads on their way in, backups, and the lock of the one `serve`.
public struct DataFolder: Sendable {
    public let url: URL

    /// Opens the folder of an installation and makes nothing.
    /// - Throws: ``StoreError`` of kind `unavailable` when there is none.
    public init(existing url: URL) throws {
        self.url = url
        guard FileManager.default.fileExists(atPath: databasePath) else {
            throw StoreError(
                .unavailable,
                "there is no data in \(url.path); name the folder that cornerman serve, seed or import has made")
        }
    }

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
    public func lockForServing() throws -> FileLock? {
        try FileLock(url.appendingPathComponent("serve.lock").path, LOCK_EX | LOCK_NB)
    }
}
