import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import PersistenceSQLite

/// `cornerman restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a new folder of data from a backup.",
        discussion: """
            Every file is held to its digest and the database is examined before anything is put in place; when something \
            is wrong, it is named and nothing is left behind. A folder that holds anything is refused.

            Everybody signs in again, and invitations and links that were open then have to be made anew: they may have \
            been used or ended since. Personal tokens live on; cornerman token list and revoke look after them.
            """)

    @Argument(help: ArgumentHelp("A folder that cornerman backup has made.", valueName: "backup"))
    var backup: String

    @Option(help: ArgumentHelp("The new folder of data. Also from CORNERMAN_DATA.", valueName: "folder"))
    var data: String?

    @Flag(help: "Print one JSON object: what was restored, and what ended.")
    var json = false

    func run() async throws {
        guard let path = data ?? ProcessInfo.processInfo.environment["CORNERMAN_DATA"], !path.isEmpty else {
            throw ValidationError("Say where the data are to be: --data FOLDER, or CORNERMAN_DATA in the environment.")
        }
        try await CommandFailure.catching {
            let place = URL(fileURLWithPath: path)
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let restoration = Restoration(try BackupFolder(URL(fileURLWithPath: backup)))
            let bar = ProgressBar(path: backup, isShown: !json && ProgressBar.isTerminal)
            defer { bar.clear() }
            let report = try await restoration.restore(
                to: place, open: { [logger] in try Self.campus(on: $0, logger) },
                progress: { bar.show(.keeping(done: $0, total: $1)) })
            bar.clear()
            try show(report, place)
        }
    }

    @Sendable private static func campus(on folder: URL, _ logger: Logger) throws -> Campus {
        let data = try DataFolder(folder)
        return Campus(
            database: try data.openDatabase(), blobs: try data.openBlobs(), incoming: data.incoming, logger: logger)
    }

    private func show(_ report: Restoration.Report, _ place: URL) throws {
        if json {
            print(try JSONLine.make(report))
            return
        }
        print(
            """
            \(place.path): \(counted(report.people, "person", "people")), \
            \(counted(report.courses, "course")), \(counted(report.events, "event")), \(counted(report.files, "file")).
            Ended: \(counted(report.sessionsEnded, "session")), \(counted(report.linksEnded, "open link")).
            """)
        if report.personalTokens > 0 {
            print("\(counted(report.personalTokens, "personal token")) live on: look through cornerman token list.")
        }
        if report.uploadsLost > 0 {
            print("\(counted(report.uploadsLost, "upload")) that waited are not in the backup: upload them again.")
        }
        if !report.lacking.isEmpty {
            print("\(counted(report.lacking.count, "file")) were gone before the backup: see cornerman doctor.")
        }
    }
}
