/// The words of a search as they are compared with those of other people: folded, stemmed, each once.
///
/// What was left out with a minus, and tags and courses that narrowed the search, are not words that were asked.
public struct AskedWords: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        /// The stem: what makes "price" and "prices" the same word.
        var key: [UInt8]
        /// Folded, as it was typed.
        var text: String
        /// Whether it says what is asked about; "the", "my" and "what" do not.
        var isTelling: Bool
    }

    /// Searches of which half the words are the same ask alike.
    public static let alike = 0.5
    /// So many words of a search are read.
    private static let most = 32

    /// In the order typed.
    let words: [Word]
    /// The stems of those that say what is asked about.
    let telling: Set<[UInt8]>

    /// Reads what somebody typed into the search.
    public init(_ text: String) {
        var seen: Set<[UInt8]> = []
        var words: [Word] = []
        for piece in QuerySyntax(text).pieces where piece.field == .anywhere && !piece.isLeftOut {
            let list = Tokenizer.tokens(of: piece.text, limit: IndexLimits.phrasingScalars)
            for token in list.tokens where words.count < Self.most {
                let key = WordKey.stemmed(list.word(token))
                guard seen.insert(key).inserted else { continue }
                let text = list.text(token)
                words.append(Word(key: key, text: text, isTelling: !SmallWords.contains(text)))
            }
        }
        self.words = words
        telling = Set(words.lazy.filter(\.isTelling).map(\.key))
    }

    /// Whether it has a stem, small words among them.
    func has(_ key: [UInt8]) -> Bool { words.contains { $0.key == key } }

    /// The stems of what it asks about, small words aside.
    public var tellingWords: [String] { telling.map { String(decoding: $0, as: UTF8.self) } }

    /// How much of what both say is the same, small words aside: 0 nothing, 1 all of it.
    public func likeness(to other: AskedWords) -> Double {
        likeness(to: other, common: telling.intersection(other.telling).count)
    }

    /// The same where it is known how many words of what is asked about they have in common.
    func likeness(to other: AskedWords, common: Int) -> Double {
        let count = telling.count + other.telling.count
        return count > 0 ? 2 * Double(common) / Double(count) : 0
    }
}
