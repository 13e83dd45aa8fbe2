/// A vocabulary of words and of pieces that continue them.
struct WordPieces: Sendable {
    /// Longer words are unknown as a whole.
    private static let longestWord = 100

    private let starts: [[UInt8]: Int]
    private let continuations: [[UInt8]: Int]
    private let longestPiece: Int
    let unknown: Int
    /// Stands before every text.
    let first: Int
    /// Stands after every text.
    let last: Int

    /// - Parameters:
    ///   - text: a piece a line; what continues a word begins with `##`.
    ///   - count: how many there must be.
    init(_ text: ArraySlice<UInt8>, count: Int) throws(EncoderError) {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        guard text.last == UInt8(ascii: "\n"), lines.count == count else {
            throw .inconsistent("the vocabulary has \(lines.count) lines, not \(count)")
        }
        var starts: [[UInt8]: Int] = [:]
        var continuations: [[UInt8]: Int] = [:]
        for (number, line) in lines.enumerated() {
            if line.starts(with: "##".utf8), line.count > 2 {
                continuations[Array(line.dropFirst(2))] = number
            } else {
                starts[Array(line)] = number
            }
        }
        guard let unknown = starts[Array("[UNK]".utf8)], let first = starts[Array("[CLS]".utf8)],
            let last = starts[Array("[SEP]".utf8)]
        else { throw .inconsistent("the vocabulary lacks [UNK], [CLS] or [SEP]") }
        self.unknown = unknown
        self.first = first
        self.last = last
        self.starts = starts
        self.continuations = continuations
        longestPiece = lines.lazy.map(\.count).max() ?? 0
    }

    /// The numbers of a text's pieces between the two that every text has.
    /// - Parameter limit: the most numbers; what comes after is left out.
    func numbers(of text: some StringProtocol, limit: Int) -> [Int] {
        var numbers = [first]
        for word in BasicWords.words(of: text) {
            numbers += pieces(of: word)
            if numbers.count >= limit { break }
        }
        return Array(numbers.prefix(limit - 1)) + [last]
    }

    /// A word's pieces: the longest that it begins with, and on with the rest. Unknown where that leads nowhere.
    private func pieces(of word: String) -> [Int] {
        let bytes = Array(word.utf8)
        guard word.unicodeScalars.count <= Self.longestWord else { return [unknown] }
        var pieces: [Int] = []
        var start = 0
        while start < bytes.count {
            var end = min(bytes.count, start + longestPiece)
            var piece: Int?
            while end > start, piece == nil {
                let candidate = Array(bytes[start..<end])
                piece = start == 0 ? starts[candidate] : continuations[candidate]
                if piece == nil { end -= 1 }
            }
            guard let piece else { return [unknown] }
            pieces.append(piece)
            start = end
        }
        return pieces
    }
}
