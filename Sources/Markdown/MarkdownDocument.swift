import CLibCMark
import Learning

/// A parsed text: owns cmark's tree and frees it once.
@safe
struct MarkdownDocument: ~Copyable {
    private let root: OpaquePointer
    /// The extensions belong to the parser, and rendering needs them.
    private let parser: OpaquePointer

    private static let options = CMARK_OPT_VALIDATE_UTF8
    private static let started: Void = cmark_gfm_core_extensions_ensure_registered()

    init(_ markdown: String) {
        _ = Self.started
        guard let parser = unsafe cmark_parser_new(Self.options) else {
            preconditionFailure("cmark has no memory left for a parser.")
        }
        let weight = MarkdownWeight(markdown)
        let extensions = [
            ("table", weight.laysOutTables), ("strikethrough", true), ("autolink", weight.findsBareLinks),
            ("tagfilter", true),
        ]
        for (name, isAffordable) in extensions where isAffordable {
            if let found = unsafe cmark_find_syntax_extension(name) {
                unsafe cmark_parser_attach_syntax_extension(parser, found)
            }
        }
        var markdown = markdown
        markdown.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) {
                unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        guard let root = unsafe cmark_parser_finish(parser) else {
            preconditionFailure("cmark has no memory left for a document.")
        }
        unsafe self.parser = parser
        unsafe self.root = root
    }

    deinit {
        unsafe cmark_node_free(root)
        unsafe cmark_parser_free(parser)
    }

    func html() -> String {
        guard let rendered = unsafe cmark_render_html(root, Self.options, cmark_parser_get_syntax_extensions(parser))
        else { return "" }
        defer { unsafe cmark_get_default_mem_allocator().pointee.free(rendered) }
        return unsafe String(cString: rendered)
    }

    /// Makes plain text of raw HTML, so that readers see what the author wrote instead of nothing.
    func showRawHTML() {
        var waiting = unsafe nodes(where: { $0 == CMARK_NODE_HTML_INLINE || $0 == CMARK_NODE_HTML_BLOCK })
        while let node = unsafe waiting.popLast() {
            guard let text = unsafe cmark_node_new(CMARK_NODE_TEXT) else { continue }
            let written = unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? ""
            unsafe cmark_node_set_literal(text, String(written.reversed().drop { $0.isNewline }.reversed()))
            if unsafe cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE {
                unsafe cmark_node_replace(node, text)
            } else if let paragraph = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH) {
                unsafe cmark_node_append_child(paragraph, text)
                unsafe cmark_node_replace(node, paragraph)
            }
            unsafe cmark_node_free(node)
        }
    }

    func settleLinks(_ links: MarkdownLinks) {
        var waiting = unsafe nodes(where: { $0 == CMARK_NODE_LINK || $0 == CMARK_NODE_IMAGE })
        while let node = unsafe waiting.popLast() {
            let isImage = unsafe cmark_node_get_type(node) == CMARK_NODE_IMAGE
            let address = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
            switch links.fate(of: address) {
            case .file(let path): unsafe cmark_node_set_url(node, path)
            case .web where !isImage: continue
            case .web(let url) where unsafe !isInsideLink(node):
                guard let link = unsafe cmark_node_new(CMARK_NODE_LINK) else { continue }
                unsafe cmark_node_set_url(link, url)
                if unsafe cmark_node_first_child(node) == nil, let text = unsafe cmark_node_new(CMARK_NODE_TEXT) {
                    unsafe cmark_node_set_literal(text, url)
                    unsafe cmark_node_append_child(node, text)
                }
                unsafe moveChildren(of: node) { child in unsafe cmark_node_append_child(link, child) }
                unsafe cmark_node_replace(node, link)
                unsafe cmark_node_free(node)
            case .web, .dropped:
                unsafe moveChildren(of: node) { child in unsafe cmark_node_insert_before(node, child) }
                unsafe cmark_node_unlink(node)
                unsafe cmark_node_free(node)
            }
        }
    }

    /// The words, a line for each block.
    func words() -> String {
        var text = ""
        guard let walk = unsafe cmark_iter_new(root) else { return "" }
        defer { unsafe cmark_iter_free(walk) }
        while true {
            let event = unsafe cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { break }
            guard let node = unsafe cmark_iter_get_node(walk) else { continue }
            let type = unsafe cmark_node_get_type(node)
            if event == CMARK_EVENT_ENTER {
                let literal = unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? ""
                switch type {
                case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: text += literal
                case CMARK_NODE_HTML_BLOCK: text += Self.withoutTags(literal)
                case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
                default: break
                }
            }
            let isBlockEnd =
                unsafe type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
                && (event == CMARK_EVENT_EXIT || cmark_node_first_child(node) == nil)
            if isBlockEnd, !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    private static func withoutTags(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The nodes of some types, innermost last. They are gathered first, as changing the tree would mislead the walk.
    private func nodes(where isWanted: (cmark_node_type) -> Bool) -> [OpaquePointer] {
        var found = unsafe [OpaquePointer]()
        guard let walk = unsafe cmark_iter_new(root) else { return unsafe found }
        defer { unsafe cmark_iter_free(walk) }
        while true {
            let event = unsafe cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { return unsafe found }
            if event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(walk),
                isWanted(unsafe cmark_node_get_type(node))
            {
                unsafe found.append(node)
            }
        }
    }

    private func moveChildren(
        of node: OpaquePointer, to place: (OpaquePointer) -> Void
    ) {
        while let child = unsafe cmark_node_first_child(node) {
            unsafe cmark_node_unlink(child)
            unsafe place(child)
        }
    }

    private func isInsideLink(_ node: OpaquePointer) -> Bool {
        var parent = unsafe cmark_node_parent(node)
        while let above = unsafe parent {
            if unsafe cmark_node_get_type(above) == CMARK_NODE_LINK { return true }
            unsafe parent = cmark_node_parent(above)
        }
        return false
    }
}
