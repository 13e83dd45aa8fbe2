public import ServiceLifecycle

/// Tells people what is due: questions that nobody has answered in time, and answers to look at again. Any number of nodes may
/// run it; each thing is told once.
public struct ReminderService: Service {
    private static let pause = Duration.seconds(60)

    private let campus: Campus

    public init(_ campus: Campus) {
        self.campus = campus
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await campus.remind()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
