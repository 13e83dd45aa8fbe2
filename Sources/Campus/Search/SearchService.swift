import Logging
import Persistence
public import ServiceLifecycle

/// Keeps the index in step with what other processes and nodes commit, and writes the log of searches.
public struct SearchService: Service {
    /// An entry that any process publishes is found after this at the latest, and the time it takes to read it.
    private static let pause = Duration.seconds(1)
    /// What is published is in the index's file after this at the latest.
    private static let keeping = Duration.seconds(600)

    private let campus: Campus

    public init(_ campus: Campus) {
        self.campus = campus
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var due = ContinuousClock.now
            while !Task.isCancelled {
                let isWell = await campus.tendSearch()
                if await campus.tendMeaning(), isWell { continue }
                if ContinuousClock.now >= due, await campus.keepSearch() { due = .now + Self.keeping }
                if isWell {
                    await campus.database.waitForChange(atMost: Self.pause)
                } else {
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
        await campus.tendSearch()
        await campus.keepSearch()
    }
}

extension Campus {
    /// Whether search goes by what is meant at this moment, and not by words alone.
    public var isSearchingByMeaning: Bool { meaning.isUsed && searchIndex.backlogOfMeaning == 0 }

    /// Why search does not go by more than words, a sentence or two; nil where nothing is the matter.
    public var searchProblem: String? {
        guard meaning.isUsed else { return meaning.problem }
        let backlog = searchIndex.backlogOfMeaning
        guard backlog > 0 else { return nil }
        return "Search goes by words until it is known what the entries mean; \(backlog) of \(searchIndex.count) wait."
    }

    /// Has some of the entries encoded that wait for it.
    /// - Returns: whether more wait.
    @discardableResult
    public func tendMeaning() async -> Bool {
        await searchIndex.catchUpMeaning()
        return searchIndex.isBehindMeaning
    }

    /// Writes the index into its file, if anything is to be written.
    /// - Returns: whether that was tried.
    @discardableResult
    public func keepSearch() async -> Bool {
        guard searchIndex.isDueForKeeping else { return false }
        do {
            try await searchIndex.keep()
        } catch {
            logger.warning("the index of search is not kept", metadata: ["error": "\(error)"])
        }
        return true
    }

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
