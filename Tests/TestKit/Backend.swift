import Foundation
import Persistence
import PersistenceFiles
import PersistencePostgres
import PersistenceSQLite

/// The databases that every suite of the store and above runs on: one a run, named by `CORNERMAN_BACKEND`.
public enum Backend: String, Sendable {
    case sqliteMemory, sqliteFile, postgres

    /// The one of this run; in memory unless the environment says otherwise.
    public static let standard: Backend = {
        guard let name = ProcessInfo.processInfo.environment["CORNERMAN_BACKEND"] else { return .sqliteMemory }
        guard let backend = Backend(rawValue: name) else { preconditionFailure("There is no backend \(name).") }
        return backend
    }()

    /// What a test that names its backend is run on.
    public static var allCases: [Backend] { [standard] }

    /// An empty database of this kind; a file's folder is `folder`.
    public func open(in folder: URL) async throws -> any SQLDatabase {
        switch self {
        case .sqliteMemory: return try SQLiteDatabase.inMemory()
        case .sqliteFile: return try SQLiteDatabase(path: folder.appendingPathComponent("cornerman.sqlite").path)
        case .postgres:
            #if PostgreSQL
                return try await TemporaryPostgres(from: "template0")
            #else
                preconditionFailure("This build has no PostgreSQL.")
            #endif
        }
    }

    /// A database of this kind with the newest schema, and where its blobs are.
    func openCampus(in folder: URL) async throws -> (any SQLDatabase, any BlobStore) {
        let blobs = folder.appendingPathComponent("blobs")
        #if PostgreSQL
            if self == .postgres {
                let database = try await TemporaryPostgres.migrated()
                return (database, try PostgresBlobStore(database.address, folder: blobs))
            }
        #endif
        return (try await open(in: folder), try FileBlobStore(folder: blobs))
    }
}
