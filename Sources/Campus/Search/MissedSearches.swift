import Answers
import Learning
import Persistence
import Store

/// What people searched for or asked since a moment and found no help with: what the report of answers that are missing
/// counts, and who is told when there is an answer.
struct MissedSearches: Sendable {
    /// Somebody who found no help with what an answer is asked by.
    struct Seeker: Sendable {
        let person: Identifier<Person>
        /// As they typed it last, or of one search in other capitals and signs any.
        let words: String
        /// All that they typed that asks alike, folded.
        fileprivate(set) var keys: [String]
    }

    /// So many of the newest of each kind are looked at: more than anybody answers.
    private static let most = 5000

    private let searched: [SearchStore.Miss]
    private let asked: [SearchStore.Miss]
    private let awaited: [SearchStore.Miss]
    private let helped: [SearchStore.Help]

    init(since: Instant, _ connection: any SQLConnection) throws {
        searched = try SearchStore.missed(since: since, limit: Self.most, connection)
        asked = try SearchStore.asked(since: since, limit: Self.most, connection)
        awaited = try SearchStore.awaited(since: since, limit: Self.most, connection)
        helped = try SearchStore.helped(
            since: since, of: Set(searched.map(\.personID)).sorted(), connection)
    }

    /// Each once for each of its words, without what its searcher was helped with later.
    func open() -> [SearchStore.Miss] { stillSearched() + asked + awaited }

    /// Without what its searcher was helped with later, by a search that asks alike.
    private func stillSearched() -> [SearchStore.Miss] {
        let helps = Dictionary(grouping: helped, by: \.personID).mapValues { helps in
            helps.map { (asked: AskedWords($0.words), key: SortKey.make($0.words), at: $0.at) }
        }
        return searched.filter { miss in
            guard let helps = helps[miss.personID] else { return true }
            let asked = AskedWords(miss.words)
            return !helps.contains { help in
                help.at >= miss.lastAt
                    && (help.key == miss.key || asked.likeness(to: help.asked) >= AskedWords.alike)
            }
        }
    }

    /// Who found no help with what asks like one of some ways of asking, each once, whoever looked last first. Those
    /// who wait for the answer to a colleague's question are told of that one, and its words are not theirs.
    func seekers(of ways: [String]) -> [Seeker] {
        let keys = Set(ways.map(SortKey.make))
        let asked = Set(ways.map(AskedWords.init))
        let alike = Dictionary(grouping: stillSearched() + self.asked, by: \.key).filter { key, misses in
            if keys.contains(key) { return true }
            let words = AskedWords(misses[0].words)
            return asked.contains { $0.likeness(to: words) >= AskedWords.alike }
        }
        var seekers: [Seeker] = []
        var places: [Identifier<Person>: Int] = [:]
        for miss in alike.values.joined().sorted(by: { ($1.lastAt, $0.key) < ($0.lastAt, $1.key) }) {
            if let place = places[miss.personID] {
                seekers[place].keys.append(miss.key)
            } else {
                places[miss.personID] = seekers.count
                seekers.append(Seeker(person: miss.personID, words: miss.words, keys: [miss.key]))
            }
        }
        return seekers
    }
}
