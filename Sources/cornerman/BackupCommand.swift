import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import PersistenceSQLite
import WebAPI

/// `cornerman backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy everything into a new folder, while the server goes on.",
        discussion: """
            The database as it is at one moment, then every file that it names, and manifest.json with the digests of all \
            of them. The folder appears when all of it is on the disk; what was cut off is never taken for a backup. It \
            holds names, addresses, passwords' hashes and what people wrote: keep it as safe as the data.

            It ends with 0 when everything was copied, with 65 when the backup was made but files were damaged or gone in \
            the data already.
            """)

    @Argument(help: ArgumentHelp("Where the backup is to be; nothing may be there.", valueName: "folder"))
    var target: String

    @OptionGroup var options: DataOptions

    @Flag(help: "Print the manifest as one JSON object.")
    var json = false

    func run() async throws {
        var lacking: [String] = []
        try await CommandFailure.catching {
            let target = URL(fileURLWithPath: target)
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let place = try options.place(.existing)
            guard case .folder = place else {
                throw Refusal(
                    .invalid, "not-a-folder",
                    "A database on a server is backed up with that server's own means, pg_dump or a base backup: "
                        + "everything is in it. cornerman transfer makes a folder of it.")
            }
            let campus = try await options.campus(.existing, logger: logger)
            let bar = ProgressBar(path: target.path, isShown: !json && ProgressBar.isTerminal)
            defer { bar.clear() }
            let manifest = try await campus.backUp(
                to: target, program: WebServer.version, open: { try SQLiteDatabase(copy: $0) },
                progress: { bar.show(.keeping(done: $0, total: $1)) })
            bar.clear()
            lacking = manifest.lacking
            print(json ? String(decoding: try manifest.json(on: true), as: UTF8.self) : Self.text(manifest, target))
        }
        guard !lacking.isEmpty else { return }
        FileHandle.standardError.write(
            Data(
                """
                The backup is made, but \(counted(lacking.count, "file")) of packages were damaged or gone in the data \
                already and are not in it: \(lacking.prefix(3).joined(separator: ", "))\(lacking.count > 3 ? " …" : ""). \
                cornerman doctor says how to mend it.

                """.utf8))
        throw ExitCode(65)
    }

    private static func text(_ manifest: BackupManifest, _ target: URL) -> String {
        """
        \(target.path): the database and \(counted(manifest.files.count - 1, "file")), \(manifest.size) bytes.
        Bring it back with: cornerman restore \(target.path) --data NEWFOLDER
        """
    }
}
