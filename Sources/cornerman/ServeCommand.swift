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

    @Option(help: "The port of the packages' files, which have an origin of their own.")
    var contentPort = 8081

    @Option(
        help: ArgumentHelp(
            "Where people reach the page, when it is not host and port: https://corner.example.com.", valueName: "url"))
    var publicUrl: String?

    @Option(help: ArgumentHelp("Where people reach the packages' files, on another host.", valueName: "url"))
    var contentUrl: String?

    @Option(
        help: ArgumentHelp(
            "A folder of courses: what is new in it is imported at the start.", valueName: "folder"))
    var courses: String?

    @Option(help: ArgumentHelp("The folder of the web app.", valueName: "folder"))
    var `public` = "Public"

    func run() async throws {
        let origins: Origins
        do {
            origins = try Origins(
                host: host, port: port, contentPort: contentPort, publicURL: publicUrl, contentURL: contentUrl)
        } catch {
            FileHandle.standardError.write(Data((error.sentence + "\n").utf8))
            throw ExitCode(64)
        }
        var logger = Logger(label: "cornerman")
        logger.logLevel = .info
        let folder = try options.folder()
        guard let lock = try folder.lockForServing() else {
            FileHandle.standardError.write(Data("Another cornerman serves \(folder.url.path) already.\n".utf8))
            throw ExitCode(75)
        }
        let campus = try await options.campus(
            folder, logger: logger, publicURL: origins.app.text, contentURL: origins.content.text)
        try await campus.sweep()
        let server = WebServer.make(
            campus: campus,
            settings: .init(
                host: host, port: port, publicFolder: URL(fileURLWithPath: `public`),
                contentOrigin: origins.content.text),
            logger: logger
        ) { _ in
            print("Cornerman is at \(origins.app.text)/")
        }
        // In the order in which they start; they end the other way round, so that the servers take no more requests
        // before the recorder has recorded the last.
        let services: [any Service] = [
            SearchService(campus),
            EventRecorder(campus),
            ImportService(campus: campus, courses: courses.map { URL(fileURLWithPath: $0) }),
            ContentServer.make(campus: campus, host: host, port: contentPort, logger: logger),
            server,
        ]
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
