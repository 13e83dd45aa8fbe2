import Campus

/// What an author wrote, both ways.
struct ProseField: Encodable {
    let markdown: String
    let html: String

    init(_ prose: Prose) {
        markdown = prose.markdown
        html = prose.html
    }

    init?(_ prose: Prose?) {
        guard let prose else { return nil }
        self.init(prose)
    }

    static let schema = Schema.object([
        "markdown": .string,
        "html": .string.described("Safe to stand in a page. An address without a scheme is a file of the package."),
    ])
}
