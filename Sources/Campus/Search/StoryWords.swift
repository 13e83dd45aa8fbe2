import Learning

/// A story's words, the first of which stand for its title, as it has none.
struct StoryWords: Hashable {
    /// Characters of a title.
    private static let length = 100

    /// The first sentence, or as much of it as makes a title.
    let title: String
    /// What stands behind it.
    let rest: String

    /// - Parameter plain: the words alone, without marks.
    init(_ plain: String) {
        let text = plain.trimmed
        var end = text.startIndex
        while end < text.endIndex, !text[end].isNewline {
            let next = text.index(after: end)
            let isLast = next == text.endIndex || text[next].isWhitespace
            if ".!?…。".contains(text[end]), isLast || text[end] == "。" {
                end = next
                break
            }
            end = next
        }
        let sentence = text[..<end]
        guard sentence.count > Self.length else {
            title = String(sentence).trimmed
            rest = String(text[end...]).trimmed
            return
        }
        let cut = sentence.prefix(Self.length - 1)
        let word = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
        title = String(text[..<word]).trimmed + "…"
        rest = String(text[word...]).trimmed
    }
}
