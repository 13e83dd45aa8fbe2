/// Cuts text into folded words.
///
/// Words are runs of letters and digits of any script. An apostrophe before an English ending joins ("don't" is `dont`),
/// `'s` is dropped, any other splits ("l'offre" is `l`, `offre`). Scripts written without spaces give every letter and
/// every pair of neighboring letters.
struct Tokenizer {
    private var list = TokenList()
    private var wordStart = 0
    private var wordScalars = 0
    private var from = 0
    private var apostrophe: (byte: Int, scalar: Int)?
    private var previousUnspaced: (start: Int, scalar: Int)?

    /// The words of the first `limit` Unicode scalars of a text.
    static func tokens(of text: String, limit: Int) -> TokenList {
        var tokenizer = Tokenizer()
        tokenizer.list.bytes.reserveCapacity(min(text.utf8.count, limit))
        var position = 0
        for scalar in text.unicodeScalars {
            if position == limit { break }
            tokenizer.read(scalar, at: position)
            position += 1
        }
        tokenizer.endWord(at: position)
        return tokenizer.list
    }

    private mutating func read(_ scalar: Unicode.Scalar, at position: Int) {
        let before = list.bytes.count
        let kind: ScalarClass
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            switch byte {
            case 0x61...0x7A, 0x30...0x39:
                list.bytes.append(byte)
                kind = .letter
            case 0x41...0x5A:
                list.bytes.append(byte | 0x20)
                kind = .letter
            case 0x27: kind = .apostrophe
            default: kind = .separator
            }
        } else {
            kind = ScalarFolding.fold(scalar, into: &list.bytes)
        }
        switch kind {
        case .letter: readLetter(from: before, at: position)
        case .unspaced: readUnspaced(from: before, at: position)
        case .ignored: break
        case .apostrophe: readApostrophe(at: position)
        case .separator: endWord(at: position)
        }
    }

    private mutating func readLetter(from before: Int, at position: Int) {
        previousUnspaced = nil
        if wordScalars == 0 {
            wordStart = before
            from = position
        }
        wordScalars += 1
        if wordScalars > IndexLimits.wordScalars { list.bytes.removeSubrange(before...) }
    }

    private mutating func readApostrophe(at position: Int) {
        guard wordScalars > 0 else { return endWord(at: position) }
        if apostrophe != nil { endWord(at: position) } else { apostrophe = (list.bytes.count, position) }
    }

    private mutating func readUnspaced(from before: Int, at position: Int) {
        if wordScalars > 0 {
            let letter = Array(list.bytes[before...])
            list.bytes.removeSubrange(before...)
            endWord(at: position)
            list.bytes.append(contentsOf: letter)
        }
        list.tokens.append(Token(start: before, count: list.bytes.count - before, range: position..<position + 1))
        if let previous = previousUnspaced {
            list.tokens.append(
                Token(
                    start: previous.start, count: list.bytes.count - previous.start,
                    range: previous.scalar..<position + 1))
        }
        previousUnspaced = (before, position)
    }

    private mutating func endWord(at position: Int) {
        previousUnspaced = nil
        defer {
            wordScalars = 0
            apostrophe = nil
        }
        guard wordScalars > 0 else { return }
        guard let mark = apostrophe, mark.byte < list.bytes.count else {
            return append(wordStart..<list.bytes.count, apostrophe.map { from..<$0.scalar } ?? from..<position)
        }
        let ending = list.bytes[mark.byte...]
        if ending.elementsEqual("s".utf8) {
            append(wordStart..<mark.byte, from..<position)
        } else if Self.joinedEndings.contains(where: { ending.elementsEqual($0) }) {
            append(wordStart..<list.bytes.count, from..<position)
        } else {
            append(wordStart..<mark.byte, from..<mark.scalar)
            append(mark.byte..<list.bytes.count, mark.scalar + 1..<position)
        }
    }

    private mutating func append(_ bytes: Range<Int>, _ range: Range<Int>) {
        list.tokens.append(Token(start: bytes.lowerBound, count: bytes.count, range: range))
    }

    private static let joinedEndings: [[UInt8]] = ["t", "re", "ve", "ll", "d", "m"].map { Array($0.utf8) }
}
