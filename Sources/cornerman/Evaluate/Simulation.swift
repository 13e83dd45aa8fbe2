import Answers
import Foundation

/// People who search a set's documents in the words of its aliases, and what that teaches: how often the first hit is right for
/// the set's own queries, which nobody of them types, the more they search.
///
/// Somebody is stuck on a document, types one of its aliases, and says that it helped where it is among the first ten; otherwise
/// they give up, and nothing is learned. What is learned is what the product learns.
struct Simulation {
    /// What stands after so many searches a document.
    struct Point {
        var searches: Int
        var successAtOne: Double
        var phrasings: Int
    }

    private static let people = 50
    private static let hits = 10

    let set: QuestionSet
    let queries: [QuestionSet.Query]
    /// The documents that are right for a query.
    let right: [String: Set<String>]
    private var random: SplitMix

    /// - Parameter seed: the same seed gives the same people.
    init(set: QuestionSet, queries: [QuestionSet.Query], right: [String: Set<String>], seed: UInt64) {
        self.set = set
        self.queries = queries.filter { right[$0.id] != nil }
        self.right = right
        random = SplitMix(state: seed)
    }

    /// The curve, with a point at 0 and wherever the number of searches has doubled.
    /// - Parameter most: searches a document, on average.
    mutating func run(searches most: Int) -> [Point] {
        let index = set.index(aliases: false)
        let stuck = set.documents.indices.filter { !(set.documents[$0].aliases ?? []).isEmpty }
        var helped: [Int: [(person: Int, text: String)]] = [:]
        var learned: [Int: [String]] = [:]
        var points = [point(0, index, learned)]
        guard !stuck.isEmpty else { return points }
        var next = 1
        for number in 1...(most * stuck.count) {
            let document = stuck[Int.random(in: stuck.indices, using: &random)]
            let aliases = set.documents[document].aliases ?? []
            let text = aliases[Int.random(in: aliases.indices, using: &random)]
            let person = Int.random(in: 0..<Self.people, using: &random)
            let found = index.search(SearchQuery(text, sight: .everything, limit: Self.hits)).hits
            if found.contains(where: { Int($0.number.value) == document }),
                !(helped[document] ?? []).contains(where: { $0 == (person, text) })
            {
                helped[document, default: []].append((person, text))
                let searches = (helped[document] ?? []).suffix(200)
                let phrasings = SharedPhrasing.learned(
                    from: searches.map { (person: $0.person, words: AskedWords($0.text)) },
                    stated: [AskedWords(set.documents[document].question)]
                ).map(\.words)
                if phrasings != learned[document] ?? [] {
                    learned[document] = phrasings
                    index.apply([.put(set.entry(document, phrasings: phrasings))])
                }
            }
            if number == next * stuck.count {
                points.append(point(next, index, learned))
                next *= 2
            }
        }
        return points
    }

    private func point(_ searches: Int, _ index: AnswerIndex, _ learned: [Int: [String]]) -> Point {
        let hit = queries.count { query in
            index.search(SearchQuery(query.text, sight: .everything, limit: 1)).hits.first.map { hit in
                right[query.id]?.contains(set.documents[Int(hit.number.value)].id) ?? false
            } ?? false
        }
        return Point(
            searches: searches, successAtOne: Double(hit) / Double(max(queries.count, 1)),
            phrasings: learned.values.reduce(0) { $0 + $1.count })
    }
}

/// Random numbers that are the same for the same seed (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
