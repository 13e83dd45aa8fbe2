import Foundation
import ServiceLifecycle

/// Ends the process when not even cancelling has ended what is under way: a job in a library that cannot be interrupted. What
/// was acknowledged is durable; an import that was cut off begins anew at the next start.
struct LastResort: Service {
    /// Seconds from the signal on.
    let seconds: Int

    func run() async throws {
        try await gracefulShutdown()
        let seconds = seconds
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: Double(seconds))
            _exit(0)
        }
    }
}
