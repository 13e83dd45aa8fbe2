import Answers
import Learning
import Store

/// Puts together what people looked for in like words and found no help with.
enum AnswerGaps {
    /// Other words of a group that are told.
    private static let alike = 5

    /// One way of asking, folded, and who asked so.
    private struct Way {
        var words: String
        let key: String
        let asked: AskedWords
        var people: Set<Identifier<Person>> = []
        var searches = 0
        var questions = 0
        var lastAt: Instant

        init(_ miss: SearchStore.Miss) {
            words = miss.words
            key = miss.key
            asked = AskedWords(miss.words)
            lastAt = miss.lastAt
        }

        mutating func take(_ miss: SearchStore.Miss) {
            words = min(words, miss.words)
            people.insert(miss.personID)
            searches += miss.searches
            questions += miss.questions
            lastAt = max(lastAt, miss.lastAt)
        }
    }

    /// By most people first: a group is the words of most people, with all other words of which half are the same.
    static func grouped(_ misses: [SearchStore.Miss]) -> [UnansweredWords] {
        var byKey: [String: Way] = [:]
        for miss in misses { byKey[miss.key, default: Way(miss)].take(miss) }
        let ways = byKey.values.sorted { ($1.people.count, $0.key) < ($0.people.count, $1.key) }
        var groups: [[Way]] = []
        // Which groups have a word, so that only those are compared with.
        var having: [String: [Int]] = [:]
        for way in ways {
            let words = way.asked.tellingWords
            let near = Set(words.flatMap { having[$0] ?? [] }).sorted()
            if let group = near.first(where: { groups[$0][0].asked.likeness(to: way.asked) >= AskedWords.alike }) {
                groups[group].append(way)
            } else {
                for word in words { having[word, default: []].append(groups.count) }
                groups.append([way])
            }
        }
        return groups.map(row).sorted { ($1.people, $0.key) < ($0.people, $1.key) }
    }

    private static func row(_ ways: [Way]) -> UnansweredWords {
        UnansweredWords(
            words: ways[0].words, key: ways[0].key, alike: ways.dropFirst().prefix(alike).map(\.words),
            people: ways.reduce(into: Set()) { $0.formUnion($1.people) }.count,
            searches: ways.reduce(0) { $0 + $1.searches }, questions: ways.reduce(0) { $0 + $1.questions },
            lastAt: ways.dropFirst().reduce(ways[0].lastAt) { max($0, $1.lastAt) })
    }
}
