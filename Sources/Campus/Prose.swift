import Markdown

/// What an author wrote in Markdown, and the HTML that it makes: safe to stand in the page.
public struct Prose: Hashable, Sendable {
    public let markdown: String
    /// An address in it without a scheme is a path from the package's root, to be opened through a launch.
    public let html: String

    /// - Parameter document: the path of the package's file that the text came in; the root unless said otherwise.
    init(_ markdown: String, from document: String = "") {
        self.markdown = markdown
        html = Markdown.html(markdown, links: .package(from: document))
    }
}
