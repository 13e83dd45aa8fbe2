import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import TestKit

@testable import WebAPI

/// A server on a port of its own, for as long as the body runs; then it is shut down as a signal would do it.
enum RunningServer {
    static func with<Value: Sendable>(
        _ test: TestCampus, _ body: @escaping @Sendable (_ port: Int) async throws -> Value
    ) async throws -> Value {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Public")
        let server = WebServer.make(
            campus: test.campus, settings: .init(host: "127.0.0.1", port: 0, publicFolder: folder), logger: logger
        ) { announce.yield($0) }
        let services: [any Service] = [server]
        let group = ServiceGroup(
            configuration: .init(services: services.map { .init(service: $0) }, logger: logger))
        return try await withThrowingTaskGroup(of: Value?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                for await port in ports {
                    let value: Value
                    do {
                        value = try await body(port)
                    } catch {
                        await group.triggerGracefulShutdown()
                        throw error
                    }
                    await group.triggerGracefulShutdown()
                    return value
                }
                return nil
            }
            var result: Value?
            for try await value in tasks {
                if let value { result = value }
            }
            return try result.orThrow()
        }
    }
}

extension Optional {
    struct NothingCame: Error {}

    fileprivate func orThrow() throws -> Wrapped {
        guard let self else { throw NothingCame() }
        return self
    }
}
