/// Finds the short forms that a text explains in brackets, behind or before what they stand for. Only what the first letters bear
/// out is one: a remark in brackets is none.
enum AcronymReader {
    /// Words before a bracket, and in it, that are looked at.
    private static let words = 16
    /// Unicode scalars of what stands in brackets.
    private static let length = 200
    /// Marks between two words that belong together.
    private static let marks = 4

    /// The acronyms of a text.
    /// - Parameter limit: how many Unicode scalars are read.
    static func acronyms(in text: String, limit: Int) -> [Acronym] {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
        let scalars = Array(text.unicodeScalars.prefix(limit))
        let list = Tokenizer.tokens(of: text, limit: limit)
        var found: [Acronym] = []
        // The first word that does not stand before the bracket.
        var next = 0
        for (place, scalar) in scalars.enumerated() where scalar == "(" {
            while next < list.tokens.count, list.tokens[next].range.lowerBound < place { next += 1 }
            guard let end = scalars[place...].prefix(length).firstIndex(of: ")") else { continue }
            let inside = list.tokens[next...].prefix(words + 1).filter { $0.range.upperBound <= end }
            let before = side(list.tokens[..<next].suffix(words), upTo: place, scalars)
            if let acronym = acronym(before.map(list.word), inside.map(list.word)) { found.append(acronym) }
        }
        return found
    }

    /// The last words of those before a bracket that nothing but spaces and hyphens keeps apart.
    private static func side(
        _ tokens: ArraySlice<Token>, upTo place: Int, _ scalars: [Unicode.Scalar]
    ) -> ArraySlice<Token> {
        var start = tokens.endIndex
        var end = place
        while start > tokens.startIndex {
            let token = tokens[start - 1]
            // Pairs of letters of scripts without spaces overlap.
            guard token.range.upperBound <= end, end - token.range.upperBound <= marks else { break }
            let isNear = scalars[token.range.upperBound..<end].allSatisfy {
                $0.properties.isWhitespace || $0.properties.isDash || $0.properties.isQuotationMark || $0 == "*"
                    || $0 == "_"
            }
            guard isNear else { break }
            end = token.range.lowerBound
            start -= 1
        }
        return tokens[start...]
    }

    private static func acronym(_ before: [ArraySlice<UInt8>], _ inside: [ArraySlice<UInt8>]) -> Acronym? {
        if inside.count == 1, let short = short(inside[0], standingFor: before, isWhole: false) { return short }
        guard inside.count > 1, let last = before.last else { return nil }
        return short(last, standingFor: inside, isWhole: true)
    }

    /// The short form, or what it is without the `s` of more than one.
    private static func short(
        _ word: ArraySlice<UInt8>, standingFor words: [ArraySlice<UInt8>], isWhole: Bool
    ) -> Acronym? {
        var forms = [word]
        if word.last == UInt8(ascii: "s") { forms.append(word.dropLast()) }
        for form in forms {
            if let count = Acronym.count(of: form, standingFor: words, isWhole: isWhole) {
                return Acronym(short: Array(form), words: words.suffix(count).map { Array($0) })
            }
        }
        return nil
    }
}
