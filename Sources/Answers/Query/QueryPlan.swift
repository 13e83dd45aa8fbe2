/// A query, made ready for one asker's index: what to look for, and under which keys.
struct QueryPlan: Sendable {
    let words: [SoughtWord]
    let demands: [Demand]
    let isCut: Bool

    /// A word is marked in a text if it weighs at least this part of the heaviest word that was found.
    private static let markedShare: Float = 0.1

    init(_ query: SearchQuery, _ syntax: QuerySyntax, in index: VisibleIndex) {
        let reader = QueryReader(syntax, isTyping: query.isTyping)
        isCut = reader.isCut
        demands =
            query.takesPhrasesAsWords ? reader.demands.filter { $0.isLeftOut || $0.field == .tags } : reader.demands
        let widened = QueryWidener(index).widened(reader.words.map(WordPlanner(index).sought))
        words = InitialsPlanner(index).widened(widened)
    }

    /// Whether anything says what is asked about: a word that is not small, or what narrows the search.
    var isTold: Bool { !demands.isEmpty || !words.allSatisfy(\.isSmall) }

    /// Marks the words that were looked for; those that say next to nothing only where nothing else was asked.
    var highlighter: Highlighter {
        let heaviest = words.lazy.filter { !$0.forms.isEmpty }.map(\.mass).max() ?? 0
        let telling = words.filter { !$0.isSmall }
        let marked = telling.isEmpty ? words : telling.filter { $0.mass >= heaviest * Self.markedShare }
        return Highlighter(keys: Set(marked.flatMap(\.forms).map(\.key)))
    }
}
