/// A word of a text, folded, and where it stands.
struct Token {
    /// Where its bytes begin in ``TokenList/bytes``.
    var start: Int
    /// How many bytes it has.
    var count: Int
    /// The Unicode scalars of the text that it stands for.
    var range: Range<Int>
}

/// The words of a text in order. Their bytes lie in one array, so that a long text costs few allocations.
struct TokenList {
    var bytes: [UInt8] = []
    var tokens: [Token] = []

    /// The folded word, in UTF-8.
    func word(_ token: Token) -> ArraySlice<UInt8> {
        bytes[token.start..<token.start + token.count]
    }

    /// The folded word as text.
    func text(_ token: Token) -> String {
        String(decoding: word(token), as: UTF8.self)
    }
}
