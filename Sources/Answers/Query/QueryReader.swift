/// Reads the words of a query.
struct QueryReader {
    /// The different words, in the order typed, at most ``IndexLimits/queryWords``.
    private(set) var words: [TypedWord] = []
    /// Whether anything was left unread.
    private(set) var isCut = false

    init(_ text: String) {
        let list = Tokenizer.tokens(of: text, limit: IndexLimits.queryScalars)
        isCut = text.unicodeScalars.dropFirst(IndexLimits.queryScalars).first != nil
        var seen: Set<[UInt8]> = []
        for token in list.tokens {
            let word = Array(list.word(token))
            guard seen.insert(WordKey.stemmed(word[...])).inserted else { continue }
            if words.count == IndexLimits.queryWords {
                isCut = true
                break
            }
            words.append(TypedWord(folded: word))
        }
    }
}
