/// The words of a text and where they stand, read once for the ``Highlighter`` of every search that finds it.
public struct WordPlaces: Sendable {
    /// In the order of where they begin, counted in Unicode scalars.
    let words: [(key: [UInt8], range: Range<Int>)]

    /// Reads the first ``IndexLimits/textScalars`` scalars.
    /// - Parameter language: the BCP 47 tag of the text's language.
    public init(of text: String, language: String) {
        let form = WordForm(language: language)
        let list = Tokenizer.tokens(of: text, limit: IndexLimits.textScalars)
        words = list.tokens
            .map { token in
                let word = list.word(token)
                return (form == .stemmed ? WordKey.stemmed(word) : WordKey.plain(word), token.range)
            }
            .sorted { $0.1.lowerBound < $1.1.lowerBound }
    }
}
