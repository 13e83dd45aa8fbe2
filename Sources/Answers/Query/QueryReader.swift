/// Reads the words of a query, and what it demands.
struct QueryReader {
    /// The different words, in the order typed, at most ``IndexLimits/queryWords``.
    private(set) var words: [TypedWord] = []
    /// What hits must have and must not have.
    private(set) var demands: [Demand] = []
    /// Whether anything was left unread.
    private(set) var isCut = false

    /// - Parameter isTyping: whether the last word may be half a word.
    init(_ syntax: QuerySyntax, isTyping: Bool) {
        isCut = syntax.isCut
        var seen: Set<[UInt8]> = []
        for (number, piece) in syntax.pieces.enumerated() {
            let list = Tokenizer.tokens(of: piece.text, limit: IndexLimits.queryScalars)
            let found = list.tokens.map { Array(list.word($0)) }
            guard let last = found.last else { continue }
            if let demand = Demand(piece, words: found) { demands.append(demand) }
            if piece.isLeftOut || piece.field == .course { continue }
            let isOpen = isTyping && syntax.endsInWord && number == syntax.pieces.count - 1 && piece.field == .anywhere
            for word in found where seen.insert(WordKey.stemmed(word[...])).inserted {
                guard words.count < IndexLimits.queryWords else {
                    isCut = true
                    return
                }
                let isLast = word == last
                words.append(
                    TypedWord(folded: word, isPrefix: isLast && piece.isPrefix, isOpen: isLast && isOpen))
            }
        }
    }
}
