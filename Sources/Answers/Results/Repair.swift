/// A word of the query that no visible entry has, read as a word that one has.
public struct Repair: Sendable, Hashable {
    /// As typed, folded to lower case.
    public let typed: String
    /// What it was read as.
    public let readAs: String

    /// The words with the repaired ones put in; nil where none was.
    public static func applied(_ repairs: [Repair], to words: String) -> String? {
        guard !repairs.isEmpty else { return nil }
        let readings = Dictionary(repairs.map { ($0.typed, $0.readAs) }) { first, _ in first }
        return words.split(whereSeparator: \.isWhitespace).map { word in
            let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
            guard let reading = readings[bare], let first = word.firstIndex(where: \.isLetter),
                let last = word.lastIndex(where: \.isLetter)
            else { return String(word) }
            return word[..<first] + reading + word[word.index(after: last)...]
        }.joined(separator: " ")
    }
}
