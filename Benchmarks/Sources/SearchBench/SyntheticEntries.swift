import Answers
import Foundation

/// Entries and queries made up from a vocabulary whose words are as unevenly frequent as those of a language (Zipf's law):
/// the most frequent are in most entries, half of them in one or two.
struct SyntheticEntries {
    let entries: [IndexEntry]
    /// Words of some entry's question in another order, one in five with a typing error.
    let queries: [String]

    init(count: Int, queryCount: Int, seed: UInt64 = 7) {
        var random = SplitMix(seed: seed)
        let words = Self.vocabulary(size: 40_000, &random)
        let zipf = Zipf(size: words.count, exponent: 1.05)
        func text(_ lengths: ClosedRange<Int>) -> String {
            (0..<Int.random(in: lengths, using: &random)).map { _ in words[zipf.draw(&random)] }.joined(separator: " ")
        }
        entries = (0..<count).map { number in
            IndexEntry(
                number: EntryNumber(UInt32(number)), question: text(5...12),
                phrasings: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(4...10) }, text: text(30...90),
                tags: [text(1...1), text(1...2)])
        }
        var queries: [String] = []
        for _ in 0..<queryCount {
            var picked = entries.randomElement(using: &random)?.question.split(separator: " ").map(String.init) ?? []
            picked.shuffle(using: &random)
            picked = Array(picked.prefix(Int.random(in: 3...8, using: &random)))
            if Int.random(in: 0..<5, using: &random) == 0,
                let longest = picked.indices.max(by: { picked[$0].count < picked[$1].count })
            {
                picked[longest].remove(at: picked[longest].index(after: picked[longest].startIndex))
            }
            queries.append(picked.joined(separator: " "))
        }
        self.queries = queries
    }

    /// How much text the entries have.
    var megabytes: Double {
        let bytes = entries.reduce(0) { sum, entry in
            sum + entry.question.utf8.count + entry.text.utf8.count
                + (entry.phrasings + entry.tags).reduce(0) { $0 + $1.utf8.count }
        }
        return Double(bytes) / 1e6
    }

    private static let common = """
        the a to i do how what is my can for of in they it when we you on with if not are be that this who why from say \
        price customer deal call budget manager meeting team question answer offer value buyer need reason quote contract \
        renewal discount demo proposal decision follow email objection competitor timeline pipeline quarter forecast \
        account commit coach practice
        """.split(separator: " ").map(String.init)

    /// Common words first, then pronounceable ones.
    private static func vocabulary(size: Int, _ random: inout SplitMix) -> [String] {
        let starts = [
            "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v",
        ]
        let middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
        let ends = ["", "", "n", "r", "l", "s", "t", "nd", "ck", "m"]
        var seen = Set(common)
        var words = common
        while words.count < size {
            let word = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (starts.randomElement(using: &random) ?? "") + (middles.randomElement(using: &random) ?? "")
                    + (ends.randomElement(using: &random) ?? "")
            }.joined()
            if seen.insert(word).inserted { words.append(word) }
        }
        return words
    }
}

/// Draws ranks with a probability that falls with the rank.
struct Zipf {
    private let sums: [Double]

    init(size: Int, exponent: Double) {
        var sum = 0.0
        sums = (1...size).map { rank in
            sum += pow(Double(rank) + 2, -exponent)
            return sum
        }
    }

    func draw(_ random: inout SplitMix) -> Int {
        let target = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
