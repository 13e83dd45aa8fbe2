import Answers

/// Random numbers that are the same everywhere (SplitMix64), so that a seed tells a test's whole story.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Makes up entries and queries from a small vocabulary, so that words meet often.
struct RandomEntries {
    var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    private static let words = """
        price pricing budget budgets manager committee stalled deal deals quote quoted renewal discount demo proposal \
        decide decision follow following objection competitor timeline pipeline quarter forecast account commit coach \
        coaching practice practise the a to how do what when they who why
        """.split(separator: " ").map(String.init)
    private static let foreign = "preis angebot rabatt entscheidung kunde warum teuer größe straße".split(
        separator: " "
    )
    .map(String.init)

    private mutating func text(_ lengths: ClosedRange<Int>, from words: [String] = words) -> String {
        let count = Int.random(in: lengths, using: &random)
        return (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
    }

    /// An entry; one in four in German, half of them for some of the groups 1 to 4 alone.
    mutating func entry(_ number: UInt32) -> IndexEntry {
        let isForeign = Int.random(in: 0..<4, using: &random) == 0
        let words = isForeign ? Self.foreign : Self.words
        let scopes = Bool.random(using: &random) ? [] : (1...4).filter { _ in Bool.random(using: &random) }
        return IndexEntry(
            number: EntryNumber(number), kind: EntryKind.allCases[Int.random(in: 0..<3, using: &random)],
            question: text(2...6, from: words),
            phrasings: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(1...5, from: words) },
            text: text(0...20, from: words), tags: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(1...1) },
            courseTitle: text(0...2), language: isForeign ? "de" : "en", scopes: Set(scopes.map { UInt32($0) }),
            place: Place(course: UInt32.random(in: 0..<3, using: &random)))
    }

    /// A query of up to six words, every third with a typing error.
    mutating func query() -> String {
        var words =
            text(1...5).split(separator: " ").map(String.init)
            + text(0...1, from: Self.foreign).split(separator: " ").map(String.init)
        if Int.random(in: 0..<3, using: &random) == 0, let place = words.indices.randomElement(using: &random),
            words[place].count > 3
        {
            words[place].remove(at: words[place].index(words[place].startIndex, offsetBy: 2))
        }
        return words.joined(separator: " ")
    }

    /// The same with what narrows it: a word left out, a tag, two words side by side, the beginning of a word.
    mutating func narrowed() -> String {
        let word = text(1...1)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return query() + " -" + word
        case 1: return query() + " tag:" + word
        case 2: return query() + " \"" + word + " " + text(1...1) + "\""
        case 3: return query() + " " + word.prefix(3) + "*"
        default: return query() + " " + word.prefix(3)
        }
    }

    /// What an asker of some of the groups 1 to 4 sees.
    mutating func sight() -> Sight {
        let scopes = (1...4).filter { _ in Bool.random(using: &random) }
        return Int.random(in: 0..<5, using: &random) == 0 ? .everything : .scopes(Set(scopes.map { UInt32($0) }))
    }

    mutating func number(below limit: UInt32) -> UInt32 {
        UInt32.random(in: 0..<limit, using: &random)
    }
}

extension IndexEntry {
    func isVisible(to sight: Sight) -> Bool {
        switch sight {
        case .everything: true
        case .scopes(let seen): scopes.isEmpty || !scopes.isDisjoint(with: seen)
        }
    }
}
