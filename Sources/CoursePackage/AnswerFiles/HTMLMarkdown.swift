import Learning

/// Makes Markdown of HTML, as plain as it can be: paragraphs, headings, lists, quotes, code, tables, emphasis and links to
/// the web stay, everything else becomes its text or is left out and counted. Nothing of it is HTML any more.
struct HTMLMarkdown {
    /// What becomes of one text.
    struct Made: Hashable {
        var markdown = ""
        /// How often what was left out, by its name.
        var leftOut: [String: Int] = [:]
        /// Why the Markdown is not all there was.
        var problem: Problem?
    }

    enum Problem: Hashable {
        /// It is longer than ``limit``, and nothing of it is kept.
        case tooLong
        /// A tag or comment is open at the end, and what stands behind its beginning was read as a part of it.
        case open
    }

    /// Characters of Markdown at which it is given up: prefixes and addresses that are repeated make far more of a text
    /// than it was.
    static let limit = 4 * Limits.text.value

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
    private var leftOut: [String: Int] = [:]
    /// Characters of what was made, about.
    private var size = 0

    private var isTooLong: Bool { size > Self.limit }

    static func make(_ html: String) -> Made {
        let ends = ends(in: html)
        var reader = HTMLReader(html)
        var maker = HTMLMarkdown()
        var skipped = 0
        while !maker.isTooLong, let part = reader.next() {
            guard reader.index > skipped else { continue }
            skipped = ends[reader.index] ?? skipped
            maker.take(part)
        }
        maker.flush()
        maker.endTable()
        guard !maker.isTooLong else { return Made(problem: .tooLong) }
        return Made(
            markdown: maker.paragraphs.joined(separator: "\n\n"), leftOut: maker.leftOut,
            problem: reader.isCut ? .open : nil)
    }

    /// Where the elements end that are left out, by where their tags do. One without an end is not there: what follows it
    /// may be the text itself.
    private static func ends(in html: String) -> [Int: Int] {
        var reader = HTMLReader(html)
        var open: [String: [Int]] = [:]
        var ends: [Int: Int] = [:]
        while let part = reader.next() {
            switch part {
            case .start(let name, _, isEmpty: false) where dropped[name] != nil && !endless.contains(name):
                open[name, default: []].append(reader.index)
            case .end(let name):
                if let start = open[name]?.popLast() { ends[start] = reader.index }
            default: break
            }
        }
        return ends
    }

    private mutating func take(_ part: HTMLReader.Part) {
        switch part {
        case .text(let text): add(text)
        case .start(let name, let attributes, _): start(name, attributes)
        case .end(let name): end(name)
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        if let what = Self.dropped[name] {
            leftOut[what, default: 0] += 1
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
            size += paragraphs[paragraphs.count - 1].count + 2
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
            size += 4
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
        if preformatted > 0, table == nil {
            size += text.count
            return append(text)
        }
        let isCode = spans.contains { $0.span == .code }
        var plain = ""
        for character in text {
            if character.isWhitespace {
                if (plain.last ?? lastCharacter) != " " { plain.append(" ") }
            } else {
                plain.append(character)
            }
        }
        if !isCode { plain = Self.escapeSigns(plain) }
        size += plain.count
        append(plain)
    }

    private var lastCharacter: Character? { spans.last?.text.last ?? line.last }

    private mutating func append(_ text: String) {
        if spans.isEmpty { line += text } else { spans[spans.count - 1].text += text }
    }

    private mutating func line(break attributes: [String: String]) {
        size += 1
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
            case .code: inCell(Self.code(inner))
            case .link(let address): "[\(inner)](<\(inCell(address))>)"
            }
        size += marked.count - inner.count
        if case .link = span, before.isEmpty { escapeExclamation() }
        append(before + marked + after)
    }

    /// A bar ends a cell, even within code and addresses.
    private func inCell(_ text: String) -> String { table == nil ? text : text.replacing("|", with: "\\|") }

    /// An exclamation mark before a link would make a picture of it.
    private mutating func escapeExclamation() {
        guard (spans.last?.text ?? line).utf8.last == UInt8(ascii: "!") else { return }
        if spans.isEmpty {
            line.unicodeScalars.removeLast()
        } else {
            spans[spans.count - 1].text.unicodeScalars.removeLast()
        }
        append("\\!")
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
            size += first.count + (code.count + 1) * (rest.count + 1) + 2 * fence.count + 2
            guard !isTooLong else { return }
            let lines: [String] = [fence] + code + [fence]
            return paragraphs.append(
                lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n"))
        }
        let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.map(Self.escapeStart)
        let mark = heading > 0 ? String(repeating: "#", count: heading) + " " : ""
        size += first.count + mark.count + lines.count * (rest.count + 1) + 2
        guard !isTooLong else { return }
        // A backslash at its end keeps a line for itself.
        paragraphs.append(
            lines.enumerated().map { ($0 == 0 ? first + mark : rest) + $1 }.joined(separator: "\\\n"))
    }

    private mutating func endCell() {
        flush()
        guard let row = table?.indices.last else { return }
        size += 3
        table?[row].append(line.trimmed)
        line = ""
    }

    private mutating func endTable() {
        guard let rows = table?.filter({ !$0.isEmpty }) else { return }
        let stray = line
        (table, line) = (nil, stray)
        let indentation = prefix()
        // Only the first row has to be as wide as the widest, as cells that it lacks are lost; others may be shorter.
        let width = rows.map(\.count).max() ?? 0
        size += (rows.count + 1) * (indentation.count + 1) + width * 9
        if let header = rows.first, !isTooLong {
            let padded = header + Array(repeating: "", count: width - header.count)
            var lines = ([padded] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |" }
            lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
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
