import Markdown

/// Markdown as the page shows it.
public enum Markup {
    /// HTML without anything that its author wrote as HTML; links to the web alone.
    public static func html(_ markdown: String) -> String { Markdown.html(markdown) }
}
