import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import Persistence
import PersistencePostgres
import PersistenceSQLite

/// `cornerman transfer`
struct TransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer", abstract: "Take everything from a folder to a PostgreSQL database, or back.",
        discussion: """
            Each of the two is a folder or an address like postgres://user@host/database. The rows are read as they are at \
            one moment and written in one transaction; then counts and digests of both sides are compared. Where anything \
            is in the target already, nothing is done. End cornerman serve first: what people do meanwhile is not taken.
            """)

    @Option(help: ArgumentHelp("Where the data are.", valueName: "folder or url"))
    var from: String

    @Option(
        help: ArgumentHelp(
            "Where they are to be: an empty database, or a folder that is not there.", valueName: "folder or url"))
    var to: String

    @Flag(help: "Print one JSON object: each table's rows and digest, and the files.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let source = try Self.place(from, .existing)
            let isNew = !FileManager.default.fileExists(atPath: to)
            let target = try Self.place(to, .making)
            // A folder that is served is not read from under the server.
            let locks = try [source.lockForServing(), target.lockForServing()]
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let (here, there) = ("http://127.0.0.1:8080", "http://127.0.0.1:8081")
            let old = try await source.campus(.existing, logger: logger, publicURL: here, contentURL: there)
            let new = try await target.campus(.making, logger: logger, publicURL: here, contentURL: there)
            let bar = ProgressBar(path: to, isShown: !json && ProgressBar.isTerminal)
            defer { bar.clear() }
            do {
                let report = try await old.transfer(to: new) { bar.show(.keeping(done: $0, total: $1)) }
                bar.clear()
                try show(report, target)
            } catch {
                // What this command made and could not fill is no installation.
                if isNew, case .folder(let folder) = target {
                    try? new.database.close()
                    try? FileManager.default.removeItem(at: folder.url)
                }
                throw error
            }
            withExtendedLifetime(locks) {}
        }
    }

    private static func place(_ text: String, _ opening: DataOptions.Opening) throws -> DataPlace {
        var options = DataOptions()
        let isAddress = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
        options.data = isAddress ? nil : text
        options.database = isAddress ? text : nil
        options.nodeFolder = nil
        return try options.place(opening)
    }

    private func show(_ report: TransferReport, _ target: DataPlace) throws {
        if json {
            print(try JSONLine.make(report))
            return
        }
        print(
            """
            \(target.name): \(counted(report.rows, "row")) of \(counted(report.tables.count, "table")), \
            \(counted(report.files, "file")), \(report.bytes) bytes. Counts and digests are the same on both sides.
            """)
    }
}
