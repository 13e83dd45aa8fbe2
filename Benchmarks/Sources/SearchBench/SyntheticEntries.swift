import Answers
import Foundation

/// Entries and queries made up from a vocabulary whose words are as unevenly frequent as those of a language (Zipf's law):
/// the most frequent are in most entries, half of them in one or two. Entries come one after another, so that a million of
/// them need not be held.
struct SyntheticEntries {
    /// How many bytes of text came so far.
    private(set) var bytes = 0
    /// Questions taken at random from all that came, to make queries of.
    private var questions: [[String]] = []
    private var random: SplitMix
    private var picking: SplitMix
    private let words: [String]
    private let zipf: Zipf
    private var next: UInt32 = 0
    private let queryCount: Int

    init(queryCount: Int, seed: UInt64 = 7) {
        random = SplitMix(seed: seed)
        picking = SplitMix(seed: seed + 1)
        words = Self.vocabulary(size: 40_000, &random)
        zipf = Zipf(size: words.count, exponent: 1.05)
        self.queryCount = queryCount
    }

    /// The next entry.
    mutating func entry() -> IndexEntry {
        let question = list(5...12)
        let entry = IndexEntry(
            number: EntryNumber(next), question: question.joined(separator: " "),
            phrasings: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(4...10) }, text: text(30...90),
            tags: [text(1...1), text(1...2)])
        next += 1
        if questions.count < queryCount {
            questions.append(question)
        } else {
            let place = Int.random(in: 0..<Int(next), using: &picking)
            if place < queryCount { questions[place] = question }
        }
        bytes += entry.question.utf8.count + entry.text.utf8.count
        bytes += (entry.phrasings + entry.tags).reduce(0) { $0 + $1.utf8.count }
        return entry
    }

    /// So many different words of an entry's question, in another order.
    /// - Parameter mistyped: the share of queries whose longest word lacks a letter.
    func queries(of lengths: ClosedRange<Int>, mistyped: Double) -> [String] {
        var random = SplitMix(seed: UInt64(lengths.upperBound))
        return questions.map { question in
            var seen: Set<String> = []
            var picked = question.shuffled(using: &random).filter { seen.insert($0).inserted }
            picked = Array(picked.prefix(Int.random(in: lengths, using: &random)))
            if Double.random(in: 0..<1, using: &random) < mistyped,
                let longest = picked.indices.max(by: { picked[$0].count < picked[$1].count })
            {
                picked[longest].remove(at: picked[longest].index(after: picked[longest].startIndex))
            }
            return picked.joined(separator: " ")
        }
    }

    private mutating func list(_ lengths: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: lengths, using: &random)).map { _ in words[zipf.draw(&random)] }
    }

    private mutating func text(_ lengths: ClosedRange<Int>) -> String {
        list(lengths).joined(separator: " ")
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
