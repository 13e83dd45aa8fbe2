import Hummingbird
import Logging

/// The least that the server library can do, as the peer of our reads.
@main
struct Hello {
    static func main() async throws {
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8090
        let router = Router()
        router.get("/") { _, _ in "Hello, world!" }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            logger: Logger(label: "hello"))
        try await application.runService()
    }
}
