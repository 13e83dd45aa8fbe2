import ArgumentParser
import Campus
import Foundation
import Hummingbird
import Logging
import PersistenceSQLite
import ServiceLifecycle
import UnixSignals
import WebAPI

/// `cornerman serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the API and the page until it is told to stop (Ctrl-C).")

    @OptionGroup var options: DataOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port of the API and the page.")
    var port = 8080

    @Option(help: ArgumentHelp("The folder of the web app.", valueName: "folder"))
    var `public` = "Public"

    func run() async throws {
        var logger = Logger(label: "cornerman")
        logger.logLevel = .info
        let folder = try options.folder()
        guard let lock = try folder.lockForServing() else {
            FileHandle.standardError.write(Data("Another cornerman serves \(folder.url.path) already.\n".utf8))
            throw ExitCode(75)
        }
        let campus = try await options.campus(folder, logger: logger)
        let server = WebServer.make(
            campus: campus,
            settings: .init(host: host, port: port, publicFolder: URL(fileURLWithPath: `public`)), logger: logger
        ) { port in
            print("Cornerman is at http://\(host):\(port)/")
        }
        // In the order in which they start; they end the other way round, so that the server takes no more requests
        // before the recorder has recorded the last.
        let services: [any Service] = [SearchService(campus), EventRecorder(campus), server]
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger))
        if let link = try await campus.setUpLink() {
            print("Nobody is here yet. Make yourself the first admin, within a day, at\n  \(link)")
        }
        try await group.run()
        withExtendedLifetime(lock) {}
    }
}
