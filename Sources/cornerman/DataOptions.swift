import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import PersistenceSQLite

/// Where the data is, for every command that needs it.
struct DataOptions: ParsableArguments {
    /// What a command may do with the folder.
    enum Opening {
        /// Use the data of an installation as it is.
        case existing
        /// Also begin one, or bring an older one to this program's schema.
        case making
    }

    @Option(
        help: ArgumentHelp(
            "The folder of data; serve, seed, import and add make it. Also from CORNERMAN_DATA.",
            valueName: "folder"))
    var data: String?

    /// The folder, from the option or the environment.
    func folder(_ opening: Opening) throws -> DataFolder {
        guard let path = data ?? ProcessInfo.processInfo.environment["CORNERMAN_DATA"], !path.isEmpty else {
            throw ValidationError("Say where the data is: --data FOLDER, or CORNERMAN_DATA in the environment.")
        }
        let url = URL(fileURLWithPath: path)
        return
            switch opening
        {
        case .existing: try DataFolder(existing: url)
        case .making: try DataFolder(url)
        }
    }

    /// The campus on the folder, with the newest schema.
    /// - Parameters:
    ///   - publicURL: where people reach the page, without a slash at the end.
    /// - Throws: ``Refusal`` of kind `conflict` when the data is of an older cornerman and the command does not change that.
    func campus(
        _ opening: Opening, logger: Logger = Logger(label: "cornerman"), publicURL: String = "http://127.0.0.1:8080"
    ) async throws -> Campus {
        let folder = try folder(opening)
        switch opening {
        case .making:
            return try await campus(making: folder, logger: logger, publicURL: publicURL)
        case .existing:
            let campus = Campus(
                database: try folder.openDatabase(), blobs: FileBlobStore(existing: folder.blobs),
                incoming: folder.incoming, logger: logger, publicURL: publicURL)
            if try await campus.needsMigration() {
                throw Refusal(
                    .conflict, "older-schema",
                    "The data in \(folder.url.path) is of an older cornerman. Start cornerman serve on it once: it keeps a "
                        + "copy in backups and brings the data up to date.")
            }
            return campus
        }
    }

    /// The campus on a folder that may be new or of an older cornerman. The schema is made or changed under the lock of
    /// `serve`, never below a server that runs.
    /// - Parameters:
    ///   - lock: that lock, where the command holds it already.
    ///   - contentURL: the origin of packages' files.
    func campus(
        making folder: DataFolder, lock: FileLock? = nil, logger: Logger,
        publicURL: String = "http://127.0.0.1:8080", contentURL: String = "http://127.0.0.1:8081"
    ) async throws -> Campus {
        let database = try folder.openDatabase()
        let campus = Campus(
            database: database, blobs: try folder.openBlobs(), incoming: folder.incoming, logger: logger,
            publicURL: publicURL, contentURL: contentURL)
        var lock = lock
        if lock == nil, try await campus.needsMigration() {
            lock = try folder.lockForServing()
            guard lock != nil else {
                throw Refusal(
                    .throttled, "schema-in-use",
                    "A cornerman of another version serves \(folder.url.path): end it first, or wait until it has started."
                )
            }
        }
        try await campus.migrate { from in
            try FileManager.default.createDirectory(at: folder.backups, withIntermediateDirectories: true)
            let name = "schema-\(from)-\(UUID().uuidString.lowercased()).sqlite"
            try await database.backUp(to: folder.backups.appendingPathComponent(name).path)
        }
        withExtendedLifetime(lock) {}
        return campus
    }
}
