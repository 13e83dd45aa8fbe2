import Campus
import Foundation
import Learning
import Logging
import Persistence
import PersistenceFiles
import PersistencePostgres
import PersistenceSQLite
import WebAPI

/// Where the data are: in a folder of their own, or on a PostgreSQL server.
enum DataPlace {
    case folder(DataFolder)
    #if PostgreSQL
        case server(PostgresAddress, NodeFolder)
    #endif

    /// How people are told of it; never a password.
    var name: String {
        switch self {
        case .folder(let folder): folder.url.path
        #if PostgreSQL
            case .server(let address, _): address.summary
        #endif
        }
    }

    /// The campus on it.
    func campus(
        _ opening: DataOptions.Opening, logger: Logger, publicURL: String, contentURL: String
    ) async throws -> Campus {
        switch self {
        case .folder(let folder):
            let blobs =
                switch opening {
                case .existing: FileBlobStore(existing: folder.blobs)
                case .making: try folder.openBlobs()
                }
            return Campus(
                database: try folder.openDatabase(), blobs: blobs, incoming: folder.incoming, logger: logger,
                publicURL: publicURL, contentURL: contentURL)
        #if PostgreSQL
            case .server(let address, let node):
                let database = PostgresDatabase(address)
                if case .making = opening { try await PostgresBlobStore.prepare(database) }
                return Campus(
                    database: database, blobs: try PostgresBlobStore(address, folder: node.blobs),
                    incoming: node.incoming, logger: logger, publicURL: publicURL, contentURL: contentURL)
        #endif
        }
    }

    /// Where a server keeps its index of search; nil where nothing stays.
    var searchFile: SearchFile? {
        let url: URL? =
            switch self {
            case .folder(let folder): folder.url.appendingPathComponent("search.index")
            #if PostgreSQL
                case .server(_, let node): node.searchFile
            #endif
            }
        return url.map { SearchFile($0, build: Self.build) }
    }

    /// Other for each build: the version, and size and time of the program itself.
    private static var build: String {
        let attributes = Bundle.main.executableURL.flatMap {
            try? FileManager.default.attributesOfItem(atPath: $0.path)
        }
        let size = attributes?[.size] as? Int ?? 0
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(WebServer.version) \(size) \(time)"
    }

    /// Holds it for the one server that a folder may have; on a server any number may serve, each with a folder of its own.
    /// - Throws: ``Refusal`` of kind `throttled` when somebody else holds it.
    func lockForServing() throws -> FileLock? {
        switch self {
        case .folder(let folder):
            guard let lock = try folder.lockForServing() else {
                throw Refusal(.throttled, "served-already", "Another cornerman serves \(folder.url.path) already.")
            }
            return lock
        #if PostgreSQL
            case .server(_, let node): return try node.lock()
        #endif
        }
    }

    /// What is kept before an older schema is changed.
    func keepOlder(_ database: any SQLDatabase, from schema: Int) async throws {
        let name = "schema-\(schema)-\(UUID().uuidString.lowercased())"
        switch self {
        case .folder(let folder):
            try FileManager.default.createDirectory(at: folder.backups, withIntermediateDirectories: true)
            try await database.backUp(to: folder.backups.appendingPathComponent("\(name).sqlite").path)
        #if PostgreSQL
            case .server: try await database.backUp(to: "cornerman_\(name)")
        #endif
        }
    }
}
