import Logging
public import ServiceLifecycle

/// Keeps the index in step with what other processes and nodes commit, and writes the log of searches.
public struct SearchService: Service {
    /// An entry that any process publishes is found after this and the time it takes to read it.
    private static let pause = Duration.milliseconds(40)
    private static let pauseAfterFailure = Duration.seconds(1)

    private let campus: Campus

    public init(_ campus: Campus) {
        self.campus = campus
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isWell = await campus.tendSearch()
                try? await Task.sleep(for: isWell ? Self.pause : Self.pauseAfterFailure)
            }
        }
        await campus.tendSearch()
    }
}

extension Campus {
    /// Builds the index or brings it up to date, and writes the searches that wait.
    /// - Returns: false when the store did not let it.
    @discardableResult
    public func tendSearch() async -> Bool {
        do {
            try await searchIndex.build()
            try await searchIndex.catchUp()
            try await writeSearches()
            return true
        } catch {
            logger.warning("search is behind", metadata: ["error": "\(error)"])
            return false
        }
    }
}
