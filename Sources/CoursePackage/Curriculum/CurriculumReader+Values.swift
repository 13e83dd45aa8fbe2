import Learning
import XML

/// What attributes and texts mean, and what is said when they mean nothing.
extension CurriculumReader {
    static let lineLimit = 500

    /// Plain text on one line, at most 500 characters.
    func line(_ element: CurriculumElement, _ path: String) -> String {
        checkChildren(element, [], path)
        let line = element.line
        guard line.count > Self.lineLimit else { return line }
        warn(
            "too-long", element, path, "The text is longer than \(Self.lineLimit) characters and is cut.",
            hint: "Shorten it.")
        return String(line.prefix(Self.lineLimit))
    }

    /// Markdown; nil when there is nothing but white space.
    func markdown(_ element: CurriculumElement, _ path: String) -> String? {
        for child in element.children {
            warn(
                "unknown-element", child, path + "/" + child.name.local,
                "The tag <\(child.name.local)> stands in a text that is Markdown and is left out.",
                hint: "Write Markdown, such as **bold**; write &lt; for a “<” that is to be shown.")
        }
        if element.isCut {
            warn("too-long", element, path, "The text is longer than 1 MB and is cut.", hint: "Put it into a file.")
        }
        let text = element.markdown
        if text.isEmpty {
            warn(
                "no-text", element, path, "<\(element.name.local)> is empty.",
                hint: "Write something in it, or leave it out.")
        }
        if let problem = MarkdownWeight(text).problem {
            warn("too-large", element, path, problem.message, hint: problem.hint)
        }
        return text.isEmpty ? nil : text
    }

    /// The Markdown of the one child of this kind; nil when there is none.
    func markdown(_ child: String, of element: CurriculumElement, _ path: String) -> String? {
        only(child, of: element, path).flatMap { markdown($0, path + "/" + child) }
    }

    /// The one child of this kind. A second one is told and left out.
    func only(_ child: String, of element: CurriculumElement, _ path: String) -> CurriculumElement? {
        let found = element.children(child)
        for extra in found.dropFirst() {
            warn(
                "dup-element", extra, path + "/" + child, "There is a second <\(child)>; the first one counts.",
                hint: "Leave one of them out.")
        }
        if let first = found.first { checkAttributes(first, [], path + "/" + child) }
        return found.first
    }

    /// An id as it is kept.
    func mendedKey(_ written: String, _ element: CurriculumElement, _ path: String) -> String {
        let key = CurriculumKey.mended(written)
        if key != written {
            warn(
                "bad-id", element, path, "The id “\(written)” is not one; it is read as “\(key)”.",
                hint:
                    "Use letters, digits, “.”, “_”, “:” and “-”, beginning with a letter or digit; “start” is taken, and 200 characters are enough."
            )
        }
        return key
    }

    /// The id of an element that has one among its siblings, and the path that names it. Repeated ids get a number.
    func key(
        of element: CurriculumElement, in parent: String, among kind: String, else fallback: String
    ) -> (key: String, path: String) {
        func path(_ key: String) -> String { parent + "/" + element.name.local + "[" + key + "]" }
        guard let written = element["id"], !CurriculumElement.line(written).isEmpty else {
            warn(
                "no-id", element, path(fallback), "<\(element.name.local)> has no id; “\(fallback)” is made up for it.",
                hint: "Give it an id that stays the same from version to version.")
            return (unique(fallback, among: kind, element, path(fallback)), path(fallback))
        }
        let mended = mendedKey(written, element, path(CurriculumElement.line(written)))
        let key = unique(mended, among: kind, element, path(mended))
        return (key, path(key))
    }

    private func unique(
        _ key: String, among kind: String, _ element: CurriculumElement, _ path: String
    ) -> String {
        var free = key
        // Where the last search for a free number ended, so that a thousand repetitions are not searched from the first.
        var count = repeated[kind + " " + key] ?? 1
        while paths[kind + " " + free] != nil {
            count += 1
            free = "\(key)-\(count)"
        }
        if count > 1 { repeated[kind + " " + key] = count }
        if free != key {
            let isActivity = kind == Self.activityKeys
            let severity: Finding.Severity = isActivity ? .fatal : .warning
            let first = paths[kind + " " + key].flatMap { positions[$0] }.map { " It stands on line \($0.line) first." }
            log.add(
                finding(
                    severity, "dup-id", element, path,
                    "The id “\(key)” is used twice.\(first ?? "")\(isActivity ? "" : " The later one is read as “\(free)”.")",
                    hint: "Give one of them another id."))
        }
        let place = free == key ? path : path.replacing("[\(key)]", with: "[\(free)]")
        paths[kind + " " + free] = place
        positions[place] = element.position
        return free
    }

    /// Modules and activities share one set of keys.
    static let activityKeys = "activity"

    /// The keys of a list with spaces between them, each once.
    func keys(_ attribute: String, of element: CurriculumElement) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        for part in (element[attribute] ?? "").split(whereSeparator: \.isWhitespace) {
            let key = CurriculumKey.mended(String(part))
            if seen.insert(key).inserted { keys.append(key) }
        }
        return keys
    }

    /// A whole number within bounds; nil when there is none, or none that can be read.
    func integer(
        _ attribute: String, of element: CurriculumElement, in bounds: ClosedRange<Int>, _ path: String
    ) -> Int? {
        guard let written = element[attribute] else { return nil }
        if let value = Int(CurriculumElement.line(written)), bounds.contains(value) { return value }
        badValue(
            attribute, element, path, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        return nil
    }

    /// A number above or at the lower bound.
    func number(
        _ attribute: String, of element: CurriculumElement, in bounds: ClosedRange<Double>, _ path: String
    ) -> Double? {
        guard let written = element[attribute] else { return nil }
        let text = CurriculumElement.line(written)
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
        if isPlain, let value = Double(text), bounds.contains(value) { return value }
        badValue(attribute, element, path, "a number from \(bounds.lowerBound) to \(bounds.upperBound), such as 0.8")
        return nil
    }

    func period(_ attribute: String, of element: CurriculumElement, _ path: String) -> Period? {
        guard let written = element[attribute] else { return nil }
        if let period = Period(iso8601: CurriculumElement.line(written)) { return period }
        badValue(attribute, element, path, "a span of days, weeks, months or years, such as P3D, P2W or P1M")
        return nil
    }

    func flag(_ attribute: String, of element: CurriculumElement, _ path: String) -> Bool {
        switch element[attribute].map(CurriculumElement.line) {
        case "true", "1": return true
        case nil, "false", "0": return false
        default:
            badValue(attribute, element, path, "true or false")
            return false
        }
    }

    /// One of the words of `Value`.
    func word<Value: RawRepresentable & CaseIterable>(
        _ attribute: String, of element: CurriculumElement, as type: Value.Type, _ path: String
    ) -> Value? where Value.RawValue == String {
        guard let written = element[attribute] else { return nil }
        if let value = Value(rawValue: CurriculumElement.line(written)) { return value }
        badValue(
            attribute, element, path, "one of: \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    func badValue(_ attribute: String, _ element: CurriculumElement, _ path: String, _ wanted: String) {
        warn(
            "bad-value", element, path,
            "\(attribute)=\"\((element[attribute] ?? "").prefix(60))\" cannot be read and has no effect.",
            hint: "Write \(wanted).")
    }
}
