import Foundation
import Learning
import XML

/// Goes through an XML file of answers and cuts it into answers: our own `<answers>`, or what Moodle's glossary exports.
final class AnswerXMLReader: XMLContentHandler {
    private enum Dialect { case own, moodle }

    private var dialect: Dialect?
    private var open: [CurriculumElement] = []
    private var texts: [[UInt8]] = []
    /// How many elements were open when the answer began that is being read.
    private var answerDepth: Int?
    /// What that answer has more of than is read, so that it cannot be taken: the first such thing.
    private var excess: (name: String, code: String, message: String, place: FilePosition)?
    /// Where the last answer began, or the last element outside of answers.
    private var lastPlace = XMLPosition(line: 1, column: 1)
    private var glossary = MoodleGlossary()
    private var defaults = OwnAnswerElement.Defaults()
    private var written: [WrittenAnswer] = []
    private var refusal: Refusal?

    /// Elements in one; an answer of more has more phrasings than it may have.
    private static let childLimit = 1000
    /// Bytes of one element's text in our own dialect. A character may have any number of them, but `MarkdownWeight` bounds
    /// the squares of the words: the characters of ``Limits/text`` that pass it have at most √(200,000,000 × 100,000) bytes
    /// and the spaces between them, 4.7 MB. What is longer would be refused for another reason.
    private static let ownTextLimit = 5 << 20
    /// Elements that hold elements alone.
    private static let structure: Set = ["answers", "GLOSSARY", "INFO", "ENTRIES"]
    /// Those of an entry whose files are left out, so that their size is all the same.
    private static let leftOut: Set = ["ENTRYFILES", "ATTACHMENTFILES"]
    private static let limits = XMLLimits(
        depth: Limits.answerImportLevels.value, attributeBytes: XMLLimits.standard.attributeBytes,
        tokenBytes: XMLLimits.standard.tokenBytes, attributes: XMLLimits.standard.attributes,
        parts: Limits.answerImportParts.value, bytes: 2 * Limits.answerImport.value)

    /// - Throws: ``Refusal`` with its place.
    static func read(_ bytes: Data) throws -> [WrittenAnswer] {
        let reader = AnswerXMLReader()
        var parser = XMLPushParser(reader, limits: limits)
        do {
            var rest = bytes[...]
            while !rest.isEmpty {
                try parser.push(Array(rest.prefix(64 << 10)).span)
                if let refusal = reader.refusal { throw refusal }
                rest = rest.dropFirst(64 << 10)
            }
            try parser.finish()
        } catch let error as XMLError {
            throw reader.refusal ?? Self.refusal(for: error)
        }
        if let refusal = reader.refusal { throw refusal }
        return reader.written
    }

    private static func refusal(for error: XMLError) -> Refusal {
        let (line, column) = (error.position.line, error.position.column)
        switch error.code {
        case .tooDeep: return .tooMany(Limits.answerImportLevels, line: line, column: column)
        case .tooManyParts: return .tooMany(Limits.answerImportParts, line: line, column: column)
        default:
            let finding = Finding(error, entry: "")
            return .invalid(
                line: line, column: column, finding.code,
                "Line \(line), column \(column): \(finding.message) \(finding.hint ?? "")")
        }
    }

    func start(_ element: borrowing XMLElement) {
        guard refusal == nil else { return }
        let made = CurriculumElement(element)
        if open.isEmpty { begin(made) }
        if answerDepth == nil { lastPlace = made.position }
        if answerDepth == nil, isAnswer(made) {
            answerDepth = open.count
            excess = nil
            if written.count == Limits.answerImportRows.value {
                refusal = .tooMany(
                    Limits.answerImportRows, line: made.position.line, column: made.position.column)
            }
        }
        open.append(made)
        texts.append([])
    }

    func end(_ name: XMLName) {
        guard refusal == nil, var element = open.popLast(), let text = texts.popLast() else { return }
        element.isCut = text.count > textLimit
        // Cutting may split a character; decoding puts a replacement in its place.
        element.text = String(decoding: text.prefix(textLimit), as: UTF8.self)
        if let depth = answerDepth {
            if element.isCut { exceed("too-long", element) }
            if open.count > depth {
                guard open[open.count - 1].children.count < Self.childLimit else {
                    return exceed("too-many", element)
                }
                open[open.count - 1].children.append(element)
            } else {
                answerDepth = nil
                written.append(answer(element))
            }
        } else if dialect == .moodle, element.name.local == "NAME", open.last?.name.local == "INFO" {
            glossary.name = element.line
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard refusal == nil, let last = texts.indices.last else { return }
        if answerDepth == nil, Self.structure.contains(open[last].name.local) {
            return lookForStrayText(bytes, in: open[last])
        }
        guard texts[last].count <= textLimit else { return }
        bytes.withUnsafeBufferPointer { texts[last].append(contentsOf: $0) }
    }

    /// Bytes of one element's text that are read. HTML, which is more than the text that becomes of it, has less room.
    private var textLimit: Int { dialect == .own ? Self.ownTextLimit : CurriculumElement.textLimit }

    private func answer(_ element: CurriculumElement) -> WrittenAnswer {
        var made = dialect == .moodle ? glossary.answer(element) : OwnAnswerElement.answer(element, defaults)
        if dialect == .moodle, element.hasText {
            made.refuse("", "stray-text", "Text stands between the elements of the entry: put it into <DEFINITION>.")
        }
        if let excess { made.refuse(excess.name, excess.code, excess.message, at: excess.place) }
        return made
    }

    /// Keeps in mind that not all of the answer is read: it is refused rather than taken in part.
    private func exceed(_ code: String, _ element: CurriculumElement) {
        guard excess == nil, !open.contains(where: { Self.leftOut.contains($0.name.local) }) else { return }
        let message =
            code == "too-many"
            ? "More than \(Self.childLimit) elements stand in <\(open.last?.name.local.prefix(50) ?? "")>: "
                + "leave some out, or make several answers of it."
            : "The text of <\(element.name.local.prefix(50))> is longer than \(textLimit >> 20) MiB: shorten it, and "
                + "leave out pictures that are written into it (data:…)."
        excess = (Self.pointers[element.name.local] ?? "", code, message, FilePosition(element.position))
    }

    /// What the text of an element is called in other formats.
    private static let pointers = [
        "question": "question", "CONCEPT": "question", "text": "text", "DEFINITION": "text", "also": "also",
        "tag": "tags",
    ]

    /// Text there would be lost: its author meant it for an answer. The place is that of the element before it, as a parser
    /// says none for text; its words help to find it.
    private func lookForStrayText(_ bytes: Span<UInt8>, in element: CurriculumElement) {
        let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        refuse(
            at: lastPlace, "stray-text",
            "Behind the element that begins here, the text “\(text.trimmed.prefix(50))” stands directly in "
                + "<\(element.name.local)>: put it into an answer, or leave it out.")
    }

    private func begin(_ root: CurriculumElement) {
        switch (root.name.local, root.name.namespace) {
        case ("answers", nil), ("answers", CurriculumFormat.namespace):
            dialect = .own
            do throws(Refusal) {
                defaults = try OwnAnswerElement.Defaults(of: root)
            } catch {
                refusal = error
            }
        case ("GLOSSARY", nil): dialect = .moodle
        case ("curriculum", CurriculumFormat.namespace):
            refuse(
                at: root.position, "xml-other-root",
                "This is a whole course: upload it as a course, and its answers come with it.")
        default:
            refuse(
                at: root.position, "xml-other-root",
                "A file of answers begins with <answers>, or with <GLOSSARY> where it comes from Moodle; here stands "
                    + "<\(root.name.local.prefix(50))>.")
        }
    }

    private func refuse(at place: XMLPosition, _ code: String, _ message: String) {
        refusal = .invalid(line: place.line, column: place.column, code, message)
    }

    private func isAnswer(_ element: CurriculumElement) -> Bool {
        switch dialect {
        case .own: open.count == 1
        case .moodle: element.name.local == "ENTRY" && open.last?.name.local == "ENTRIES"
        case nil: false
        }
    }
}

extension FilePosition {
    init(_ position: XMLPosition) { self.init(line: position.line, column: position.column) }
}
