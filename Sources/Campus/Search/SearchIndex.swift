import Answers
import Dispatch
import Learning
import Logging
import Persistence
import Store
import Synchronization

/// The index of what can be found on this node, kept in step with the store by its sequence of changes. The rows are the
/// truth; the index is made of them when a node starts, or of what it was when the node stopped and the changes since.
final class SearchIndex: Sendable {
    let database: any SQLDatabase
    let index = AnswerIndex()
    let directory = Mutex(SearchDirectory())
    /// The number of the last change that is in the index; nil before it was built.
    let reached = Mutex<Int64?>(nil)
    let turn = Turn()
    let meanings: EntryMeanings
    let meaning: SearchMeaning
    /// Where it is kept; nil: nowhere.
    let file: SearchFile?
    /// The number of the last change that is in ``file``.
    let kept = Mutex<Int64?>(nil)
    let logger: Logger

    init(database: any SQLDatabase, meaning: SearchMeaning = .none, file: SearchFile? = nil, logger: Logger) {
        self.database = database
        self.meaning = meaning
        self.file = file
        self.logger = logger
        meanings = EntryMeanings(meaning)
    }

    /// Whether entries wait until it is said what they mean.
    var isBehindMeaning: Bool { meanings.backlog > 0 }

    /// How many entries wait where those are so many that search goes by words alone until then, 0 where it does not: what has
    /// no vectors yet ranks by another measure than what has, which few may, and not half of all.
    var backlogOfMeaning: Int {
        let backlog = meanings.backlog
        return backlog * Self.mostOfMeaning > index.count ? backlog : 0
    }

    /// At most one entry in so many may wait.
    private static let mostOfMeaning = 50

    /// Takes in what some of the entries mean that wait for it.
    func catchUpMeaning() async {
        guard isBehindMeaning else { return }
        let encoded = Mutex<[IndexEntry]>([])
        await offPool { [meanings] in
            let some = meanings.encoded(atMost: Self.encodedAtOnce)
            encoded.withLock { $0 = some }
        }
        let entries = encoded.withLock { $0 }
        await turn.take { [self] in
            await offPool { [self] in index.apply(meanings.settle(entries).map { .put($0) }) }
        }
    }

    /// So many entries are encoded before the index is told and what was published meanwhile is looked after: about a second's.
    private static let encodedAtOnce = 8

    /// What a request's words mean; nil where search goes by words alone, also for the time being, and for words that only narrow.
    func meaning(of request: SearchRequest) async -> MeaningVector? {
        guard meanings.isUsed, backlogOfMeaning == 0, let sentence = QuerySyntax(request.words).sentence else {
            return nil
        }
        let found = Mutex<MeaningVector?>(nil)
        await offPool { [meanings] in
            let vector = meanings.meaning(ofQuery: sentence)
            found.withLock { $0 = vector }
        }
        return found.withLock { $0 }
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
            if let last = try await restored() {
                try await follow(after: last)
            } else {
                let last = try await database.read { [self] connection in
                    // What an earlier try that broke off has left may be gone by now.
                    directory.withLock { $0 = SearchDirectory() }
                    meanings.forget()
                    index.removeAll()
                    return try SearchSources.all(connection) { apply($0) }
                }
                reached.withLock { $0 = last }
            }
        }
    }

    /// Takes in what was committed before the call; an index that nobody has asked for stays unbuilt.
    func catchUp() async throws {
        guard isBuilt else { return }
        try await turn.take { [self] in try await follow(after: reached.withLock { $0 } ?? 0) }
    }

    /// Takes in what changed after a number. The turn must be had.
    private func follow(after number: Int64) async throws {
        var last = number
        var isBehind = true
        while isBehind {
            let sources = try await database.read { [last] in try SearchSources(after: last, $0) }
            isBehind = sources.isPartial
            if sources.reached > last { await offPool { [self] in apply(sources) } }
            last = sources.reached
        }
        reached.withLock { [last] in $0 = last }
    }

    /// Finds what fits among what may be seen.
    func search(_ question: SearchQuestion, takesPhrasesAsWords: Bool = false) -> SearchFindings {
        let request = question.request
        let isHeldToPhrases = question.syntax.hasPhrases && !takesPhrasesAsWords
        let query = directory.withLock { directory in
            SearchQuery(
                request.words,
                sight: question.visible.map { courses in
                    .scopes(directory.scopes(of: courses).union(directory.scopes(of: question.initiatives)))
                } ?? .everything,
                limit: isHeldToPhrases ? IndexLimits.phraseHits : request.depth,
                place: directory.place(course: question.place.course, activity: question.place.activity),
                kinds: request.kind.map { [$0.entryKind] } ?? Set(EntryKind.allCases),
                courses: question.named.map(directory.scopes), isTyping: request.isTyping,
                takesPhrasesAsWords: takesPhrasesAsWords, facets: isHeldToPhrases ? nil : request.facets,
                meaning: question.meaning)
        }
        // Only where spelling was repaired; this is a database's thread, not one of the cooperative pool.
        let results = index.search(query) { [meanings] in meanings.meaning(ofQuery: $0) }
        return directory.withLock { directory in
            SearchFindings(
                results: results,
                found: results.hits.compactMap { hit in directory.subject(of: hit.number).map { ($0, hit) } })
        }
    }

    /// What some entries have in common.
    func facets(of numbers: [EntryNumber], most: Int) -> Facets { index.facets(of: numbers, most: most) }

    /// Whether there may be stories to find.
    var hasStories: Bool { directory.withLock { $0.hasStories } }

    /// The courses by the numbers that the index knows them by.
    var courses: [UInt32: Identifier<Course>] { directory.withLock { $0.coursesByNumber } }

    private func apply(_ sources: SearchSources) {
        if let synonyms = sources.synonyms { index.use(Thesaurus(synonyms.groups)) }
        let changes = directory.withLock { SearchEntries.changes(sources, &$0) }
        let plain = changes.map(SearchEntries.plain)
        index.apply(plain)
        meanings.note(plain)
    }

    /// Indexing is work, not waiting: a large course would keep the cooperative pool's threads from requests.
    func offPool(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                body()
                continuation.resume()
            }
        }
    }
}
