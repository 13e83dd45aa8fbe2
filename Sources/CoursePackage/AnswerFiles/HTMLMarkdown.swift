import Learning

/// Makes Markdown of HTML, as plain as it can be: paragraphs, headings, lists, quotes, code, tables, emphasis and links to
/// the web stay, everything else becomes its text or is left out and counted. Nothing of it is HTML any more.
struct HTMLMarkdown {
    private enum Span: Hashable {
        case strong, emphasis, struck, code
        case link(String)
    }

    private static let blocks: Set = [
        "p", "div", "section", "article", "address", "header", "footer", "figure", "figcaption", "dl", "dt", "dd",
        "center", "form", "fieldset", "main", "nav", "aside", "details", "summary", "caption", "body", "html",
    ]
    private static let spans: [String: Span] = [
        "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "s": .struck, "del": .struck,
        "strike": .struck, "code": .code, "kbd": .code, "samp": .code, "tt": .code,
    ]
    /// What is left out with all that is in it, and what it is called.
    private static let dropped = [
        "script": "script", "iframe": "frame", "object": "object", "embed": "object", "video": "film",
        "audio": "sound", "svg": "drawing", "math": "formula", "canvas": "drawing",
    ]
    /// Of these, those that have no end.
    private static let endless: Set = ["embed"]
    /// Levels of lists, quotes and emphasis; deeper ones are passed over.
    private static let depth = 16

    private var paragraphs: [String] = []
    private var spans: [(span: Span, text: String)] = []
    private var line = ""
    private var lists: [(isOrdered: Bool, count: Int)] = []
    private var marker: String?
    private var quotes = 0
    private var heading = 0
    private var preformatted = 0
    private var table: [[String]]?
    private var skipping: (name: String, depth: Int)?
    private var leftOut: [String: Int] = [:]

    /// - Returns: the Markdown, and how often what was left out, by its name.
    static func make(_ html: String) -> (markdown: String, leftOut: [String: Int]) {
        var reader = HTMLReader(html)
        var maker = HTMLMarkdown()
        while let part = reader.next() { maker.take(part) }
        maker.flush()
        maker.endTable()
        return (maker.paragraphs.joined(separator: "\n\n"), maker.leftOut)
    }

    private mutating func take(_ part: HTMLReader.Part) {
        if let skipped = skipping {
            switch part {
            case .start(skipped.name, _): skipping?.depth += 1
            case .end(skipped.name): skipping = skipped.depth == 1 ? nil : (skipped.name, skipped.depth - 1)
            default: break
            }
            return
        }
        switch part {
        case .text(let text): add(text)
        case .start(let name, let attributes): start(name, attributes)
        case .end(let name): end(name)
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        if let what = Self.dropped[name] {
            leftOut[what, default: 0] += 1
            if !Self.endless.contains(name) { skipping = (name, 1) }
            return
        }
        if Self.blocks.contains(name) { return flush() }
        if let span = Self.spans[name] { return open(span) }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush()
            heading = Int(name.dropFirst()) ?? 1
        case "br": line(break: attributes)
        case "hr":
            flush()
            paragraphs.append(prefix() + "---")
        case "pre":
            flush()
            preformatted += 1
        case "blockquote":
            flush()
            quotes = min(quotes + 1, Self.depth)
        case "ul", "ol":
            flush()
            if lists.count < Self.depth { lists.append((name == "ol", 0)) }
        case "li": item()
        case "a": link(attributes["href"] ?? "")
        case "img":
            leftOut["picture", default: 0] += 1
            add(attributes["alt"] ?? "")
        case "table":
            flush()
            if table == nil { table = [] }
        case "tr":
            flush()
            table?.append([])
        case "td", "th": flush()
        default: break
        }
    }

    private mutating func end(_ name: String) {
        if Self.blocks.contains(name) { return flush() }
        if let span = Self.spans[name] { return close { $0 == span } }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr": flush()
        case "pre":
            flush()
            preformatted = max(0, preformatted - 1)
        case "blockquote":
            flush()
            quotes = max(0, quotes - 1)
        case "ul", "ol":
            flush()
            if !lists.isEmpty { lists.removeLast() }
            marker = nil
        case "a": close { if case .link = $0 { true } else { false } }
        case "td", "th": endCell()
        case "table":
            flush()
            endTable()
        default: break
        }
    }

    // MARK: Lines

    private mutating func add(_ text: String) {
        if preformatted > 0, table == nil { return append(text) }
        let isCode = spans.contains { $0.span == .code }
        var plain = ""
        for character in text {
            if character.isWhitespace {
                if (plain.last ?? lastCharacter) != " " { plain.append(" ") }
            } else {
                plain.append(character)
            }
        }
        append(isCode ? plain : Self.escapeSigns(plain))
    }

    private var lastCharacter: Character? { spans.last?.text.last ?? line.last }

    private mutating func append(_ text: String) {
        if spans.isEmpty { line += text } else { spans[spans.count - 1].text += text }
    }

    private mutating func line(break attributes: [String: String]) {
        if preformatted > 0 { return append("\n") }
        append(table == nil && heading == 0 ? "\n" : " ")
    }

    private mutating func open(_ span: Span) {
        guard preformatted == 0, spans.count < Self.depth,
            !spans.contains(where: { $0.span == span || $0.span == .code })
        else { return }
        spans.append((span, ""))
    }

    /// Ends the innermost span of a kind, and those within it.
    private mutating func close(_ isMeant: (Span) -> Bool) {
        guard let place = spans.lastIndex(where: { isMeant($0.span) }) else { return }
        while spans.count > place { closeLast() }
    }

    private mutating func closeLast() {
        let (span, text) = spans.removeLast()
        let inner = text.trimmed
        // White space within marks would keep them from being read as marks.
        let (before, after) = (text.first?.isWhitespace == true ? " " : "", text.last?.isWhitespace == true ? " " : "")
        guard !inner.isEmpty else { return append(before) }
        let marked =
            switch span {
            case .strong: "**\(inner)**"
            case .emphasis: "*\(inner)*"
            case .struck: "~~\(inner)~~"
            case .code: Self.code(inner)
            case .link(let address): "[\(inner)](<\(address)>)"
            }
        append(before + marked + after)
    }

    private mutating func link(_ address: String) {
        let address = address.trimmed
        let scheme = address.prefix { $0 != ":" }.lowercased()
        guard ["http", "https", "mailto"].contains(scheme),
            !address.unicodeScalars.contains(where: { $0.value <= 0x20 || "<>\\".unicodeScalars.contains($0) })
        else {
            if !address.isEmpty { leftOut["link", default: 0] += 1 }
            return
        }
        guard !spans.contains(where: { if case .link = $0.span { true } else { false } }) else { return }
        open(.link(address))
    }

    // MARK: Paragraphs

    private mutating func item() {
        flush()
        guard !lists.isEmpty else { return }
        lists[lists.count - 1].count += 1
        let list = lists[lists.count - 1]
        marker = list.isOrdered ? "\(list.count). " : "- "
    }

    /// What every line of a paragraph has in front here.
    private func prefix() -> String {
        let levels = lists.dropLast(marker == nil ? 0 : 1)
        let indentation = levels.reduce("") { $0 + ($1.isOrdered ? "   " : "  ") }
        return String(repeating: "> ", count: quotes) + indentation
    }

    /// Ends the paragraph.
    private mutating func flush() {
        let open = spans.map(\.span)
        while !spans.isEmpty { closeLast() }
        spans = open.map { ($0, "") }
        guard table == nil else {
            if !line.isEmpty, line.last != " " { line += " " }
            return
        }
        defer { (line, heading) = ("", 0) }
        let text = line
        guard !text.trimmed.isEmpty else { return }
        let first = prefix() + (marker ?? "")
        let rest = prefix() + String(repeating: " ", count: marker?.count ?? 0)
        marker = nil
        if preformatted > 0 {
            let fence = Self.fence(around: text)
            let code = text.trimmingNewlines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let lines: [String] = [fence] + code + [fence]
            return paragraphs.append(
                lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n"))
        }
        let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.map(Self.escapeStart)
        let mark = heading > 0 ? String(repeating: "#", count: heading) + " " : ""
        // A backslash at its end keeps a line for itself.
        paragraphs.append(
            lines.enumerated().map { ($0 == 0 ? first + mark : rest) + $1 }.joined(separator: "\\\n"))
    }

    private mutating func endCell() {
        flush()
        guard let row = table?.indices.last else { return }
        table?[row].append(line.trimmed)
        line = ""
    }

    private mutating func endTable() {
        guard let rows = table?.filter({ !$0.isEmpty }) else { return }
        let stray = line
        (table, line) = (nil, stray)
        if let width = rows.map(\.count).max() {
            var lines = rows.map { row in
                "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |"
            }
            lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
            let indentation = prefix()
            paragraphs.append(lines.map { indentation + $0 }.joined(separator: "\n"))
        }
        flush()
    }

    // MARK: Escaping

    /// Plain text as Markdown that shows it as it is.
    static func escape(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.trimmed.isEmpty ? "" : escapeStart(escapeSigns(line.trimmed))
        }.reduce(into: "") { text, line in
            if !text.isEmpty { text += line.isEmpty || text.hasSuffix("\n") ? "\n" : "\\\n" }
            text += line
        }
    }

    private static func escapeSigns(_ text: String) -> String {
        var escaped = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isWithinWord =
                index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
                && scalars[index + 1].properties.isAlphabetic
            // An underscore within a word is none of Markdown's, and addresses have them.
            if "\\`*[]<>|~&".unicodeScalars.contains(scalar) || (scalar == "_" && !isWithinWord) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// What would begin a heading, a list or a line across the page.
    private static func escapeStart(_ line: String) -> String {
        guard let first = line.first else { return line }
        if "#+-=".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let sign = line.dropFirst(digits.count).first, sign == "." || sign == ")"
        else { return line }
        return digits + "\\" + line.dropFirst(digits.count)
    }

    private static func code(_ text: String) -> String {
        let run = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let ticks = String(repeating: "`", count: run + 1)
        return run == 0 ? ticks + text + ticks : "\(ticks) \(text) \(ticks)"
    }

    private static func fence(around text: String) -> String {
        let run = text.split { $0 != "`" }.map(\.count).max() ?? 0
        return String(repeating: "`", count: max(3, run + 1))
    }
}

extension String {
    fileprivate var trimmingNewlines: Substring {
        var rest = self[...]
        while rest.first?.isNewline == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }
}
