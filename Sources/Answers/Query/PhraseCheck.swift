/// Whether texts have the words of a query's quotes side by side.
///
/// The index keeps words and counts, not texts: it finds entries that have all the words, and whoever has the texts holds
/// them to this.
public struct PhraseCheck: Sendable {
    /// Each phrase as the words of an English text, and of any other.
    private let phrases: [(stemmed: [[UInt8]], plain: [[UInt8]])]

    init(_ syntax: QuerySyntax) {
        phrases = syntax.pieces.filter(\.isDemandedPhrase).map { piece in
            (Self.keys(of: piece.text, language: "en"), Self.keys(of: piece.text, language: "und"))
        }
    }

    /// Whether there is nothing to hold texts to.
    public var isEmpty: Bool { phrases.isEmpty }

    /// Whether any of them has several words: a single one is in every entry that has it, quoted or not.
    public var hasSeveralWords: Bool { phrases.contains { $0.plain.count > 1 } }

    /// Whether each phrase stands in one of the fields of an entry.
    public func isMet(by fields: [WordPlaces]) -> Bool {
        phrases.allSatisfy { phrase in
            fields.contains { field in
                Self.stands(phrase.stemmed, in: field) || Self.stands(phrase.plain, in: field)
            }
        }
    }

    private static func keys(of text: String, language: String) -> [[UInt8]] {
        WordPlaces(of: text, language: language).words.map(\.key)
    }

    private static func stands(_ phrase: [[UInt8]], in field: WordPlaces) -> Bool {
        guard let first = phrase.first, phrase.count <= field.words.count else { return false }
        return (0...field.words.count - phrase.count).contains { start in
            field.words[start].key == first
                && phrase.indices.allSatisfy { field.words[start + $0].key == phrase[$0] }
        }
    }
}
