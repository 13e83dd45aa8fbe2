import Answers
import Learning
import Markdown

/// What a hit shows of a Markdown text. Kept for texts that are found often: it costs more than finding them.
struct HitTexts: Sendable {
    /// Characters of a text that a hit shows.
    private static let length = 400
    private static let limit = 500

    private let excerpts = Memo<String, String>(limit: limit, Self.cut)
    private let pages = Memo<String, String>(limit: limit) { Markdown.html($0) }
    private let places = Memo<Shown, WordPlaces>(limit: 4 * limit) { WordPlaces(of: $0.text, language: $0.language) }

    /// A text as a hit shows it.
    private struct Shown: Hashable {
        let text: String
        let language: String
    }

    /// The words of a text, cut between two of them.
    func excerpt(of markdown: String) -> String {
        // Three marks to each character are plenty; the rest of a long text need not be parsed.
        let bytes = Self.length * 4
        return excerpts[markdown.utf8.count > bytes ? String(markdown.prefix(bytes)) : markdown]
    }

    /// The whole text.
    func html(of markdown: String) -> String { pages[markdown] }

    /// Where its words stand.
    func places(in text: String, language: String) -> WordPlaces { places[Shown(text: text, language: language)] }

    private static func cut(_ markdown: String) -> String {
        let plain = Markdown.plainText(markdown)
        guard plain.count > length else { return plain }
        let cut = plain.prefix(length - 1)
        let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
        return cut[..<end].trimmed + "…"
    }
}
