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
    private var glossary = MoodleGlossary()
    private var written: [WrittenAnswer] = []
    private var refusal: Refusal?

    /// Elements in one; an answer of more has more phrasings than it may have.
    private static let childLimit = 1000
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
        if answerDepth == nil, isAnswer(made) {
            answerDepth = open.count
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
        element.text = String(decoding: text, as: UTF8.self)
        if let depth = answerDepth {
            if open.count > depth {
                guard open[open.count - 1].children.count < Self.childLimit else { return }
                open[open.count - 1].children.append(element)
            } else {
                answerDepth = nil
                written.append(dialect == .moodle ? glossary.answer(element) : OwnAnswerElement.answer(element))
            }
        } else if dialect == .moodle, element.name.local == "NAME", open.last?.name.local == "INFO" {
            glossary.name = element.line
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard refusal == nil, let last = texts.indices.last, texts[last].count <= CurriculumElement.textLimit else {
            return
        }
        bytes.withUnsafeBufferPointer { texts[last].append(contentsOf: $0) }
    }

    private func begin(_ root: CurriculumElement) {
        switch (root.name.local, root.name.namespace) {
        case ("answers", nil), ("answers", CurriculumFormat.namespace): dialect = .own
        case ("GLOSSARY", nil): dialect = .moodle
        case ("curriculum", CurriculumFormat.namespace):
            refuse(root, "This is a whole course: upload it as a course, and its answers come with it.")
        default:
            refuse(
                root,
                "A file of answers begins with <answers>, or with <GLOSSARY> where it comes from Moodle; here stands "
                    + "<\(root.name.local.prefix(50))>.")
        }
    }

    private func refuse(_ root: CurriculumElement, _ message: String) {
        refusal = .invalid(line: root.position.line, column: root.position.column, "xml-other-root", message)
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
