/// Markdown as courses and answers use it: CommonMark with GitHub's tables, strikethrough and bare links.
///
/// Nothing that an author writes becomes a tag of their own: HTML is shown as it is written. It blocks its thread while
/// it works; a text of 1 MB takes a few hundredths of a second. What would take much more than its length warrants is
/// shown as it is written; see `MarkdownWeight`.
public enum Markdown {
    /// The text as HTML, ready to stand in a page.
    ///
    /// - Parameter links: Which addresses survive. A link that does not leaves its words behind. A picture is kept only
    ///   when it is a file of the package; from elsewhere it becomes a link, as loading it would tell another server
    ///   who is reading.
    public static func html(_ markdown: String, links: MarkdownLinks = .web) -> String {
        let document = MarkdownDocument(markdown)
        document.showRawHTML()
        document.settleLinks(links)
        return document.html()
    }

    /// The words of a text, for an index or a preview: no marks, no addresses, no tags; a line for each block.
    public static func plainText(_ markdown: String) -> String {
        MarkdownDocument(markdown).words()
    }
}
