import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import PersistenceFiles
import PersistencePostgres
import PersistenceSQLite

/// Where the data is, for every command that needs it.
struct DataOptions: ParsableArguments {
    /// What a command may do with the data.
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

    @Option(
        help: ArgumentHelp(
            """
            Instead of a folder: the address of a PostgreSQL database, postgres://user@host/database. Better from \
            CORNERMAN_DATABASE_URL, where others on this machine do not see it.
            """, valueName: "url"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "With a database: this node's own folder, for uploads and what it reads of packages. A temporary one otherwise.",
            valueName: "folder"))
    var nodeFolder: String?

    /// Where the data are, from the options or the environment.
    func place(_ opening: Opening) throws -> DataPlace {
        let environment = ProcessInfo.processInfo.environment
        // What was said with the command goes before what stands in the environment.
        let said = [data, database].compactMap { $0 }.isEmpty
        let folder = said ? environment["CORNERMAN_DATA"].flatMap { $0.isEmpty ? nil : $0 } : data
        let address = said ? environment["CORNERMAN_DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 } : database
        switch (folder, address) {
        case (_, ""):
            throw ValidationError(
                "The address of the database is empty: --database wants postgres://user@host/database.")
        case (nil, nil):
            throw ValidationError(
                "Say where the data is: --data FOLDER or --database URL, or CORNERMAN_DATA or CORNERMAN_DATABASE_URL "
                    + "in the environment.")
        case (.some, .some):
            throw ValidationError("The data is in a folder or in a database: say one of them, not both.")
        case (let path?, nil):
            let url = URL(fileURLWithPath: path)
            let folder =
                switch opening {
                case .existing: try DataFolder(existing: url)
                case .making: try DataFolder(url)
                }
            return .folder(folder)
        case (nil, let address?):
            #if PostgreSQL
                return .server(
                    try PostgresAddress(address),
                    try NodeFolder(nodeFolder ?? environment["CORNERMAN_NODE_FOLDER"].flatMap { $0.isEmpty ? nil : $0 })
                )
            #else
                _ = address
                throw ValidationError("This program was built without PostgreSQL; use --data FOLDER.")
            #endif
        }
    }

    /// The campus on the data, with the newest schema.
    /// - Parameter place: where they are, if the command has asked already.
    /// - Throws: ``Refusal`` of kind `conflict` when the data is of an older cornerman and the command does not change that.
    func campus(
        _ opening: Opening, at place: DataPlace? = nil, logger: Logger = Logger(label: "cornerman")
    ) async throws -> Campus {
        let place = try place ?? self.place(opening)
        switch opening {
        case .making:
            return try await campus(making: place, logger: logger)
        case .existing:
            let campus = try await place.campus(opening, logger: logger, publicURL: Self.here, contentURL: Self.there)
            if try await campus.needsMigration() {
                if try await campus.isNew() {
                    throw Refusal(
                        .conflict, "no-data",
                        "There is no cornerman's data in \(place.name), or this user may not see it. cornerman serve, "
                            + "seed, import and person add begin it.")
                }
                throw Refusal(
                    .conflict, "older-schema",
                    "The data in \(place.name) is of an older cornerman. Start cornerman serve on it once: it keeps a "
                        + "copy and brings the data up to date.")
            }
            return campus
        }
    }

    private static let here = "http://127.0.0.1:8080"
    private static let there = "http://127.0.0.1:8081"

    /// The campus on data that may be new or of an older cornerman. The schema of a folder is made or changed under the lock
    /// of `serve`, never below a server that runs; that of a database under one that all nodes know.
    /// - Parameters:
    ///   - lock: the lock of `serve`, where the command holds it already.
    ///   - contentURL: the origin of packages' files.
    func campus(
        making place: DataPlace, lock: FileLock? = nil, logger: Logger,
        publicURL: String = DataOptions.here, contentURL: String = DataOptions.there
    ) async throws -> Campus {
        let campus = try await place.campus(.making, logger: logger, publicURL: publicURL, contentURL: contentURL)
        var lock = lock
        if lock == nil, case .folder(let folder) = place, try await campus.needsMigration() {
            lock = try folder.lockForServing()
            guard lock != nil else {
                throw Refusal(
                    .throttled, "schema-in-use",
                    "A cornerman of another version serves \(folder.url.path): end it first, or wait until it has started."
                )
            }
        }
        try await campus.migrate { from in try await place.keepOlder(campus.database, from: from) }
        withExtendedLifetime(lock) {}
        return campus
    }
}
