/// What somebody typed, taken apart: words to look for, and what they demand beside them.
///
/// `"word for word"` demands words side by side, `-word` and `-"two words"` leave out what has them, `tag:word` and
/// `course:word` (with quotes for several) hold hits to a tag or a course, and `word*` stands for every word that begins so.
/// A quote that is never closed, a minus within or behind a word, before a number or before everything, and a colon behind any
/// other word mean nothing: people who quote a customer write such things too.
public struct QuerySyntax: Hashable, Sendable {
    /// One piece of what was typed.
    struct Piece: Hashable, Sendable {
        enum Field: Hashable, Sendable { case anywhere, tag, course }

        var text: String
        var field = Field.anywhere
        var isQuoted = false
        var isLeftOut = false
        /// Whether its last word stands for all that begin so.
        var isPrefix = false
    }

    /// In the order typed.
    let pieces: [Piece]
    /// Whether the last word is not ended: no space, quote or other mark stands behind it.
    let endsInWord: Bool
    /// Whether there was more than is read.
    let isCut: Bool

    /// Reads at most ``IndexLimits/queryScalars``.
    public init(_ text: String) {
        var reader = Reader(Array(text.unicodeScalars.prefix(IndexLimits.queryScalars)))
        var pieces = reader.pieces()
        if pieces.allSatisfy(\.isLeftOut) {
            // Nothing is looked for that it could be left out of: somebody wrote a list.
            for index in pieces.indices { pieces[index].isLeftOut = false }
        }
        self.pieces = pieces
        isCut = text.unicodeScalars.dropFirst(IndexLimits.queryScalars).first != nil
        endsInWord = ScalarFolding.endsInWord(text)
    }

    /// The words that say what is sought, without what merely narrows the search; nil where there are none.
    public var sentence: String? {
        let said = pieces.filter { $0.field == .anywhere && !$0.isLeftOut }.map(\.text).joined(separator: " ")
        return Tokenizer.tokens(of: said, limit: IndexLimits.queryScalars).tokens.isEmpty ? nil : said
    }

    /// Whether hits are held to courses.
    public var namesCourses: Bool { pieces.contains { $0.field == .course } }

    /// Whether a course is among those that hits are held to: one of its names has words that begin like those behind
    /// `course:`, in any order.
    /// - Parameter names: its title and its key.
    public func admits(courseOf names: [String]) -> Bool {
        let words = names.map(Self.words)
        let named = pieces.filter { $0.field == .course }.map { piece in
            let sought = Self.words(of: piece.text)
            let isMet = words.contains { name in
                sought.allSatisfy { word in name.contains { $0.starts(with: word) } }
            }
            return (isMet, piece.isLeftOut)
        }
        let wanted = named.filter { !$0.1 }
        return (wanted.isEmpty || wanted.contains(where: \.0)) && !named.contains { $0.0 && $0.1 }
    }

    private static func words(of text: String) -> [[UInt8]] {
        let list = Tokenizer.tokens(of: text, limit: IndexLimits.phrasingScalars)
        return list.tokens.map { Array(list.word($0)) }
    }

    /// Whether a word of two letters or more is all capitals, as "IT" and "US" are written and "it" and "us" are not.
    var hasShortForm: Bool {
        pieces.contains { piece in
            piece.text.split { !$0.isLetter }.contains { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
        }
    }

    /// Whether any words must stand side by side.
    public var hasPhrases: Bool { pieces.contains(where: \.isDemandedPhrase) }
}

extension QuerySyntax.Piece {
    /// Whether these words must stand side by side in every hit.
    var isDemandedPhrase: Bool { field == .anywhere && isQuoted && !isLeftOut }
}

/// Goes through the letters once.
private struct Reader {
    private static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "\u{201C}": ["\u{201D}", "\u{201C}"], "\u{201E}": ["\u{201C}", "\u{201D}"],
        "\u{201D}": ["\u{201D}"],
        "\u{AB}": ["\u{BB}"], "\u{BB}": ["\u{AB}"],
    ]
    private static let fields: [String: QuerySyntax.Piece.Field] = ["tag": .tag, "course": .course]

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    mutating func pieces() -> [QuerySyntax.Piece] {
        var pieces: [QuerySyntax.Piece] = []
        while place < scalars.count {
            if scalars[place].properties.isWhitespace {
                place += 1
            } else {
                pieces.append(next())
            }
        }
        return pieces.filter { !$0.text.isEmpty }
    }

    private mutating func next() -> QuerySyntax.Piece {
        var piece = QuerySyntax.Piece(text: "")
        if scalars[place] == "-", place + 1 < scalars.count,
            scalars[place + 1].properties.isAlphabetic || end(ofQuoteAt: place + 1) != nil
        {
            piece.isLeftOut = true
            place += 1
        }
        if let (field, start) = field() {
            piece.field = field
            place = start
        }
        if let end = end(ofQuoteAt: place) {
            piece.text = text(place + 1..<end)
            piece.isQuoted = true
            place = end + 1
            return piece
        }
        let start = place
        // A quote may follow a word without a space.
        while place < scalars.count, !scalars[place].properties.isWhitespace,
            place == start || end(ofQuoteAt: place) == nil
        {
            place += 1
        }
        piece.text = text(start..<place)
        if piece.text.count > 1, piece.text.last == "*" {
            piece.text.removeLast()
            piece.isPrefix = true
        }
        return piece
    }

    /// The field that is named here, and where what it must hold begins; nil where nothing stands behind the colon.
    private func field() -> (QuerySyntax.Piece.Field, Int)? {
        guard let colon = scalars[place...].prefix(8).firstIndex(of: ":"),
            let field = Self.fields[text(place..<colon).lowercased()], colon + 1 < scalars.count
        else { return nil }
        let next = scalars[colon + 1]
        return Self.isOfWord(next) || end(ofQuoteAt: colon + 1) != nil ? (field, colon + 1) : nil
    }

    /// Where the quote is closed that is opened here; nil where none is, or nothing stands in it.
    private func end(ofQuoteAt place: Int) -> Int? {
        guard place < scalars.count, let closing = Self.closing[scalars[place]],
            let end = scalars[(place + 1)...].firstIndex(where: closing.contains),
            scalars[place + 1..<end].contains(where: Self.isOfWord)
        else { return nil }
        return end
    }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
