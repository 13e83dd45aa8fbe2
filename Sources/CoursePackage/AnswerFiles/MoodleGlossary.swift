import Crypto
import Foundation
import Learning
import XML

/// What Moodle's glossary exports (`mod/glossary`, `export.php`): each entry's concept becomes a question, its definition the
/// text, its aliases other phrasings, its categories and tags tags. Our own export also says which answer an entry is.
struct MoodleGlossary {
    /// As its settings say, which stand before the entries.
    var name = ""
    /// Entries may share a concept: the keys given, and by concept and definition together which entry has which.
    private var given: Set<String> = []
    private var keys: [String: String] = [:]

    mutating func answer(_ entry: CurriculumElement) -> WrittenAnswer {
        var written = WrittenAnswer(at: FilePosition(entry.position))
        let concept = entry.child("CONCEPT")
        written.places["question"] = concept.map { FilePosition($0.position) }
        written.texts["question"] = concept?.text ?? ""
        if let key = entry.child("KEY")?.text.trimmed, !key.isEmpty {
            written.texts["key"] = key
            written.texts["course"] = entry.child("COURSE")?.text
        } else {
            let (key, other) = keys(for: concept?.text.trimmed ?? "", entry.child("DEFINITION")?.text ?? "")
            written.texts["key"] = key
            written.otherKey = other
        }
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

    /// An entry has no lasting name of its own: glossary and concept together make one. Signs that a key cannot hold are lost
    /// in it, so that a digest keeps "Prices?" and "Prices!" apart; where a concept comes again, one with the definition
    /// does, as a number would belong to another entry once one is deleted. The same entry again has the same key.
    /// - Returns: the key, and for the first of a concept also the one that it had while another stood before it.
    private mutating func keys(for concept: String, _ definition: String) -> (key: String, other: String?) {
        let (short, long) = (Self.digest([name, concept]), Self.digest([name, concept, definition]))
        if let key = keys[long] { return (key, nil) }
        let words = "\(name) \(concept)".lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
        let start = String(words.unicodeScalars.prefix(180))
        func key(_ digest: String) -> String { CurriculumKey.mended("\(start)-\(digest.prefix(8))") }
        let isFirst = given.insert(short).inserted
        keys[long] = key(isFirst ? short : long)
        return (key(isFirst ? short : long), isFirst ? key(long) : nil)
    }

    private static func digest(_ texts: [String]) -> String {
        var hash = SHA256()
        // XML has no U+0000: it parts them.
        for text in texts { hash.update(data: Data(text.utf8) + [0]) }
        return ContentDigest.hexadecimal(hash.finalize())
    }

    private func read(_ definition: CurriculumElement, of entry: CurriculumElement, into written: inout WrittenAnswer) {
        written.places["text"] = FilePosition(definition.position)
        if !definition.children.isEmpty {
            written.refuse(
                "text", "unknown-element",
                "Elements stand within <DEFINITION>: in a glossary from Moodle its “<” are written “&lt;”.")
        }
        if definition.text.utf8.count > CurriculumElement.textLimit {
            written.refuse("text", "too-long", "The definition has more than \(CurriculumElement.textLimit) bytes.")
            return
        }
        // Moodle's numbers: 0 is HTML with line ends that count, 1 HTML, 2 plain text, 4 Markdown.
        switch entry.child("FORMAT")?.line {
        case "4": written.texts["text"] = definition.text
        case "2": written.texts["text"] = HTMLMarkdown.escape(definition.text)
        case let format:
            let html = format == "0" ? definition.text.replacing("\n", with: "<br>") : definition.text
            let made = HTMLMarkdown.make(html)
            written.texts["text"] = made.markdown
            switch made.problem {
            case .tooLong:
                written.refuse(
                    "text", "too-long",
                    "At most \(Limits.text.value) characters are allowed; as Markdown the definition has more than "
                        + "\(HTMLMarkdown.limit).")
            case .open:
                written.refuse(
                    "text", "element-open", "A tag or comment in the definition's HTML has no end: close it in Moodle.")
            case nil: break
            }
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
