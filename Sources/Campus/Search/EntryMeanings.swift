import Answers
import Synchronization

/// Says what entries and queries mean, and which entries wait for that. An entry is found by its words at once, and by what it
/// means as soon as its turn has come.
final class EntryMeanings: Sendable {
    /// Texts of entries whose vectors are kept, so that an entry that changes in part is not encoded anew.
    private static let texts = 20_000
    /// Queries whose vectors are kept: those of who is typing come again.
    private static let queries = 1000
    /// Characters of a text that are encoded: about as many as an encoder reads.
    private static let beginning = 600

    private let texts: Memo<String, MeaningVector?>?
    private let queries: Memo<String, MeaningVector?>?
    /// By number.
    private let waiting = Mutex<[UInt32: IndexEntry]>([:])

    init(_ meaning: SearchMeaning) {
        texts = meaning.encode.map { encode in Memo(limit: Self.texts) { encode($0).flatMap(MeaningVector.init) } }
        queries = meaning.encode.map { encode in Memo(limit: Self.queries) { encode($0).flatMap(MeaningVector.init) } }
    }

    /// Whether anything is encoded at all.
    var isUsed: Bool { texts != nil }

    /// How many entries wait.
    var backlog: Int { waiting.withLock { $0.count } }

    /// What a query means; blocks for as long as encoding takes.
    func meaning(ofQuery sentence: String) -> MeaningVector? { queries.flatMap { $0[sentence] } }

    /// Notes what became of entries. Only texts in English wait: the encoder knows no other language.
    func note(_ changes: [IndexChange]) {
        guard isUsed else { return }
        waiting.withLock { waiting in
            for change in changes {
                switch change {
                case .put(let entry): waiting[entry.number.value] = entry.isEnglish ? entry : nil
                case .remove(let number): waiting[number.value] = nil
                }
            }
        }
    }

    /// Has nothing wait any more.
    func forget() { waiting.withLock { $0.removeAll() } }

    /// Some of those that wait, the newest first, as they are with what they mean; blocks.
    func encoded(atMost count: Int) -> [IndexEntry] {
        let some = waiting.withLock { waiting in
            waiting.values.sorted { $0.number.value > $1.number.value }.prefix(count)
        }
        return some.map { entry in
            var entry = entry
            entry.meaning = meaning(of: entry)
            return entry
        }
    }

    /// Those of them that have not changed in the meantime; they wait no longer.
    func settle(_ encoded: [IndexEntry]) -> [IndexEntry] {
        waiting.withLock { waiting in
            encoded.filter { entry in
                var bare = entry
                bare.meaning = nil
                guard waiting[entry.number.value] == bare else { return false }
                waiting[entry.number.value] = nil
                return true
            }
        }
    }

    private func meaning(of entry: IndexEntry) -> EntryMeaning? {
        guard let texts else { return nil }
        let phrasings = ([entry.question] + entry.phrasings.prefix(IndexLimits.phrasings)).compactMap { texts[$0] }
        return EntryMeaning(
            phrasings: phrasings, text: texts[String(entry.text.prefix(Self.beginning))],
            tags: texts[entry.tags.joined(separator: " ")])
    }
}
