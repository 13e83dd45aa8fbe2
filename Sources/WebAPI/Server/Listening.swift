import Foundation
import Learning
import NIOCore
public import ServiceLifecycle
import Synchronization

/// A server that says in the product's words why it cannot listen.
public struct Listening<Server: Service>: Service {
    /// Whether the server has begun to listen: from then on its errors are its own.
    final class Start: Sendable {
        private let value = Mutex(false)
        var isMade: Bool { value.withLock { $0 } }
        func make() { value.withLock { $0 = true } }
    }

    let server: Server
    let host: String
    let port: Int
    /// The option that chooses the port.
    let option: String
    let start: Start

    /// Runs the server until it is told to stop.
    /// - Throws: ``Refusal`` of kind `unavailable`, with code `cannot-listen`.
    public func run() async throws {
        do {
            try await server.run()
        } catch  where !start.isMade && !(error is CancellationError) {
            throw Refusal(.unavailable, "cannot-listen", sentence(for: error))
        }
    }

    private func sentence(for error: any Error) -> String {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            "Port \(port) of \(host) is taken: another program listens there. End it, or choose a port with \(option)."
        case EACCES:
            "Port \(port) of \(host) is not for everybody: choose one above 1023 with \(option), or a proxy in front."
        case EADDRNOTAVAIL:
            "\(host) is no address of this machine: choose one with --host."
        default:
            "Nothing can listen on port \(port) of \(host), chosen by --host and \(option): \(error)."
        }
    }
}
