import Learning
import XML

/// What Moodle's glossary exports (`mod/glossary`, `export.php`): each entry's concept becomes a question, its definition the
/// text, its aliases other phrasings, its categories and tags tags.
struct MoodleGlossary {
    /// As its settings say, which stand before the entries.
    var name = ""
    /// Entries may share a concept; what has come so far, by key.
    private var keys: [String: Int] = [:]

    mutating func answer(_ entry: CurriculumElement) -> WrittenAnswer {
        var written = WrittenAnswer(at: FilePosition(entry.position))
        let concept = entry.child("CONCEPT")
        written.places["question"] = concept.map { FilePosition($0.position) }
        written.texts["question"] = concept?.text ?? ""
        written.texts["key"] = key(for: concept?.line ?? "")
        if let definition = entry.child("DEFINITION") { read(definition, of: entry, into: &written) }
        let also = entry.names("ALIASES", "ALIAS") + entry.names("KEYWORDS", "KEYWORD")
        if !also.isEmpty { written.lists["also"] = also }
        let tags = entry.names("CATEGORIES", "CATEGORY") + entry.names("TAGS", "TAG")
        if !tags.isEmpty { written.lists["tags"] = tags }
        let files = ["ENTRYFILES", "ATTACHMENTFILES"].flatMap { entry.child($0)?.all("FILE") ?? [] }
        if !files.isEmpty {
            written.warn(
                "text", "file-left-out", "Left out: the files of the entry (\(files.count)). Answers hold text alone.")
        }
        return written
    }

    /// An entry has no lasting name of its own: glossary and concept together make one, and a number where a concept comes again.
    private mutating func key(for concept: String) -> String {
        let words = "\(name) \(concept)".lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
        let key = String(CurriculumKey.mended(words).unicodeScalars.prefix(190))
        let count = keys[key, default: 0] + 1
        keys[key] = count
        return count == 1 ? key : "\(key)-\(count)"
    }

    private func read(_ definition: CurriculumElement, of entry: CurriculumElement, into written: inout WrittenAnswer) {
        written.places["text"] = FilePosition(definition.position)
        if !definition.children.isEmpty {
            written.refuse(
                "text", "unknown-element",
                "Elements stand within <DEFINITION>: in a glossary from Moodle its “<” are written “&lt;”.")
        }
        // Moodle's numbers: 0 is HTML with line ends that count, 1 HTML, 2 plain text, 4 Markdown.
        switch entry.child("FORMAT")?.line {
        case "4": written.texts["text"] = definition.text
        case "2": written.texts["text"] = HTMLMarkdown.escape(definition.text)
        case let format:
            let html = format == "0" ? definition.text.replacing("\n", with: "<br>") : definition.text
            let made = HTMLMarkdown.make(html)
            written.texts["text"] = made.markdown
            if !made.leftOut.isEmpty {
                let list = made.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
                written.warn("text", "html-left-out", "Left out of the text: \(list.joined(separator: ", ")).")
            }
        }
    }
}

extension CurriculumElement {
    fileprivate func child(_ local: String) -> CurriculumElement? { children.first { $0.name.local == local } }

    fileprivate func all(_ local: String) -> [CurriculumElement] { children.filter { $0.name.local == local } }

    /// The names of a list: each item holds a `NAME`, or is one itself.
    fileprivate func names(_ list: String, _ item: String) -> [String] {
        all(list).flatMap { $0.all(item) }.map { ($0.child("NAME") ?? $0).text.trimmed }.filter { !$0.isEmpty }
    }
}
