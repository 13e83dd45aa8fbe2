import ArgumentParser
import Campus
import Foundation
import Logging
import PersistenceSQLite

/// Where the data is, for every command that needs it.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of data; made when it is not there. Also from CORNERMAN_DATA.", valueName: "folder"))
    var data: String?

    /// The folder, from the option or the environment.
    func folder() throws -> DataFolder {
        guard let path = data ?? ProcessInfo.processInfo.environment["CORNERMAN_DATA"], !path.isEmpty else {
            throw ValidationError("Say where the data is: --data FOLDER, or CORNERMAN_DATA in the environment.")
        }
        return try DataFolder(URL(fileURLWithPath: path))
    }

    /// The campus on this folder, with the newest schema.
    /// - Parameters:
    ///   - publicURL: where people reach the page, without a slash at the end.
    ///   - contentURL: the origin of packages' files.
    func campus(
        _ folder: DataFolder, logger: Logger, publicURL: String = "http://127.0.0.1:8080",
        contentURL: String = "http://127.0.0.1:8081"
    ) async throws -> Campus {
        let database = try folder.openDatabase()
        let campus = Campus(
            database: database, blobs: try folder.openBlobs(), incoming: folder.incoming, logger: logger,
            publicURL: publicURL, contentURL: contentURL)
        try await campus.migrate { from in
            try FileManager.default.createDirectory(at: folder.backups, withIntermediateDirectories: true)
            let name = "schema-\(from)-\(UUID().uuidString.lowercased()).sqlite"
            try await database.backUp(to: folder.backups.appendingPathComponent(name).path)
        }
        return campus
    }
}
