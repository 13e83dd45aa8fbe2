import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import ServiceLifecycle
import UnixSignals
import WebAPI

/// `cornerman serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the API and the page until it is told to stop (Ctrl-C).")

    @OptionGroup var options: DataOptions
    @OptionGroup var modelOptions: ModelOptions

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

    @Option(
        help: ArgumentHelp(
            "The folder of the web app, when it is neither here nor beside the program.", valueName: "folder"))
    var `public`: String?

    @Option(
        name: .customLong("trusted-proxy"),
        help: ArgumentHelp(
            """
            A proxy whose X-Forwarded-For says where a caller comes from: 10.1.2.3, or a network like 10.1.0.0/16; may be \
            given more than once. Those on this machine are trusted.
            """, valueName: "address"))
    var trustedProxies: [String] = []

    @Flag(help: "Print a one-use link for each role into the starter organization that `cornerman seed` loaded.")
    var tour = false

    @Option(help: ArgumentHelp("How long what is under way may take once it is told to stop.", valueName: "seconds"))
    var grace = 8

    @Option(help: "What is logged: debug, info, notice, warning or error. At info every request has a line.")
    var logLevel = Logger.Level.info

    func validate() throws {
        guard (0...3600).contains(grace) else { throw ValidationError("--grace must lie between 0 and 3600.") }
        do {
            _ = try TrustedProxies(trustedProxies)
        } catch {
            throw ValidationError(
                "--trusted-proxy must be an address like 10.1.2.3 or a network like 10.1.0.0/16; it is “\(error.text)”."
            )
        }
    }

    func run() async throws {
        let origins: Origins
        do {
            origins = try Origins(
                host: host, port: port, contentPort: contentPort, publicURL: publicUrl, contentURL: contentUrl)
        } catch {
            FileHandle.standardError.write(Data((error.sentence + "\n").utf8))
            throw ExitCode(64)
        }
        try await CommandFailure.catching { try await serve(at: origins) }
    }

    private func serve(at origins: Origins) async throws {
        let publicFolder = try PublicFolder.find(`public`)
        var logger = Logger(label: "cornerman")
        logger.logLevel = logLevel
        let place = try options.place(.making)
        let lock = try place.lockForServing()
        let campus = try await options.campus(
            making: place, lock: lock, logger: logger, publicURL: origins.app.text, contentURL: origins.content.text
        )
        .searching(by: modelOptions.meaning(beside: place), keptIn: place.searchFile)
        if let problem = campus.meaning.problem {
            logger.warning("search goes by words alone", metadata: ["reason": "\(problem)"])
        }
        try await campus.sweep()
        try await campus.noteAddress()
        let greeting = try await greeting(campus, at: origins)
        let server = WebServer.make(
            campus: campus,
            settings: .init(
                host: host, port: port, publicFolder: publicFolder, contentOrigin: origins.content.text,
                proxies: try TrustedProxies(trustedProxies)),
            logger: logger
        ) { _ in
            print(greeting)
        }
        // In the order in which they start; they end the other way round, so that the servers take no more requests
        // before the recorder has recorded the last.
        let services: [any Service] = [
            SearchService(campus),
            ReminderService(campus),
            EventRecorder(campus),
            ImportService(campus: campus, courses: courses.map { URL(fileURLWithPath: $0) }),
            ContentServer.make(
                campus: campus, host: host, port: contentPort, publicFolder: publicFolder, logger: logger),
            server,
            LastResort(seconds: grace + 1),
        ]
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Then what is still under way is cancelled: a stalled upload must not hold the process.
        configuration.maximumGracefulShutdownDuration = .seconds(grace)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            // The grace was over.
        }
        withExtendedLifetime(lock) {}
    }

    /// What is printed once people can come: where to go, and with which link where there is one.
    private func greeting(_ campus: Campus, at origins: Origins) async throws -> String {
        var lines = ["Cornerman is at \(origins.app.text)/"]
        if let link = try await campus.setUpLink() {
            lines += ["No admin can sign in yet. Make yourself one, within a day, at", "  \(link)"]
        }
        if tour {
            lines.append("Or look around, with links that work once, in tabs beside each other:")
            lines += try await campus.tourLinks().map { link in
                let role = link.role.prefix(1).uppercased() + link.role.dropFirst()
                return "  Try it as \(role.padding(toLength: 8, withPad: " ", startingAt: 0)) \(link.url)"
            }
        }
        return lines.joined(separator: "\n")
    }
}
