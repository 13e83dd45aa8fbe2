import XML

/// One element with all that is in it. A course is read in pieces of the size of one activity, so that a large one needs
/// no more memory than what becomes of it.
struct CurriculumElement {
    let name: XMLName
    let position: XMLPosition
    let attributes: [(name: XMLName, value: String)]
    /// Its own text, that of its children left out.
    var text = ""
    /// Whether its text was longer than is taken.
    var isCut = false
    var children: [CurriculumElement] = []

    /// Bytes of one element's text.
    static let textLimit = 1 << 20

    init(_ element: borrowing XMLElement) {
        name = element.name
        position = element.position
        var attributes: [(name: XMLName, value: String)] = []
        for index in 0..<element.attributeCount {
            attributes.append((element.attributeName(index), element.attributeValue(index)))
        }
        self.attributes = attributes
    }

    /// The element's kind: its name, where it is of our namespace.
    var kind: String? { name.namespace == CurriculumFormat.namespace ? name.local : nil }

    /// The value of an attribute in no namespace.
    subscript(_ attribute: String) -> String? {
        attributes.first { $0.name.local == attribute && $0.name.namespace == nil }?.value
    }

    func children(_ kind: String) -> [CurriculumElement] { children.filter { $0.kind == kind } }

    /// Whether there is text in it that is more than indentation.
    var hasText: Bool { text.contains { !$0.isWhitespace } }

    /// Its text on one line: runs of white space are one space.
    var line: String { Self.line(text) }

    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Its text as Markdown: without empty lines around it, and without the indentation that all its lines share, which
    /// is that of the XML and would otherwise make code of it.
    var markdown: String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("\r") ? line.dropLast() : line
        }[...]
        func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
        lines = lines.drop(while: isBlank)
        while let last = lines.last, isBlank(last) { lines.removeLast() }
        // What stands on the line of the start tag has no indentation to share.
        let startsOnTagLine = text.prefix { $0 != "\n" }.contains { !$0.isWhitespace }
        let indented = lines.dropFirst(startsOnTagLine ? 1 : 0).filter { !isBlank($0) }
        let shared = indented.map { $0.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
        let dedented = lines.enumerated().map { index, line in
            index == 0 && startsOnTagLine
                ? line.drop { $0 == " " || $0 == "\t" } : line.dropFirst(isBlank(line) ? line.count : shared)
        }
        return dedented.joined(separator: "\n")
    }
}
