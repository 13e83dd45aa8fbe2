import Answers
import Dispatch
import Learning
import Persistence
import Store
import Synchronization

/// The index of what can be found on this node, kept in step with the store by its sequence of changes. The rows are the
/// truth; the index is rebuilt from them when a node starts.
final class SearchIndex: Sendable {
    private let database: any SQLDatabase
    private let index = AnswerIndex()
    private let directory = Mutex(SearchDirectory())
    /// The number of the last change that is in the index; nil before it was built.
    private let reached = Mutex<Int64?>(nil)
    private let turn = Turn()

    init(database: any SQLDatabase) {
        self.database = database
    }

    /// Whether searches can be answered.
    var isBuilt: Bool { reached.withLock { $0 != nil } }

    /// How many entries there are.
    var count: Int { index.count }

    /// Builds the index unless it stands.
    func build() async throws {
        guard !isBuilt else { return }
        try await turn.take { [self] in
            guard !isBuilt else { return }
            let last = try await database.read { [self] connection in
                try SearchSources.all(connection) { apply($0) }
            }
            reached.withLock { $0 = last }
        }
    }

    /// Takes in what was committed before the call; an index that nobody has asked for stays unbuilt.
    func catchUp() async throws {
        guard isBuilt else { return }
        try await turn.take { [self] in
            var isBehind = true
            while isBehind {
                let last = reached.withLock { $0 } ?? 0
                let sources = try await database.read { try SearchSources(after: last, $0) }
                isBehind = sources.isPartial
                guard sources.reached > last else { continue }
                await offPool { [self] in apply(sources) }
                reached.withLock { $0 = sources.reached }
            }
        }
    }

    /// Finds what fits, of the courses that may be seen (nil: all) and of what belongs to no course.
    func search(
        _ words: String, courses: Set<Identifier<Course>>?, course: Identifier<Course>?, activity: String?, limit: Int
    ) -> SearchFindings {
        let query = directory.withLock { directory in
            SearchQuery(
                words, sight: courses.map { .scopes(directory.scopes(of: $0)) } ?? .everything, limit: limit,
                place: directory.place(course: course, activity: activity))
        }
        let results = index.search(query)
        return directory.withLock { directory in
            SearchFindings(
                results: results,
                found: results.hits.compactMap { hit in directory.subject(of: hit.number).map { ($0, hit) } })
        }
    }

    private func apply(_ sources: SearchSources) {
        let changes = directory.withLock { SearchEntries.changes(sources, &$0) }
        index.apply(changes.map(SearchEntries.plain))
    }

    /// Indexing is work, not waiting: a large course would keep the cooperative pool's threads from requests.
    private func offPool(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                body()
                continuation.resume()
            }
        }
    }
}

/// The hits of a search with what they are.
struct SearchFindings: Sendable {
    let results: SearchResults
    let found: [(subject: SearchDirectory.Subject, hit: Hit)]
}
