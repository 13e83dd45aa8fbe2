extension AnswerWriter {
    static let xmlHeader = """
        <?xml version="1.0" encoding="UTF-8"?>
        <answers xmlns="urn:cornerman:curriculum:1">

        """

    /// An answer as a curriculum has it, with what a course says of all its answers: key of the course, language, and the day.
    static func xml(_ line: AnswerLine) -> String {
        let fields = line.fields
        // Commas part the tags of the attribute.
        let plainTags = fields.tags.allSatisfy { isLine($0) && !$0.contains(",") }
        let attributes: [(String, String?)] = [
            ("id", line.key), ("course", line.course), ("activity", fields.activity),
            ("tags", plainTags && !fields.tags.isEmpty ? fields.tags.joined(separator: ", ") : nil),
            ("owner", line.owner), ("verifyBy", fields.verifyBy?.description), ("xml:lang", fields.language),
        ]
        let written = attributes.compactMap { name, value in
            value.map { " \(name)=\"\(XMLText.attribute($0))\"" }
        }
        var text = "  <answer\(written.joined())>\n    \(element("question", fields.question))\n"
        for phrasing in fields.also { text += "    \(element("also", phrasing))\n" }
        for tag in fields.tags where !plainTags { text += "    \(element("tag", tag))\n" }
        return text + "    \(block("text", fields.text))\n  </answer>\n"
    }

    /// A text on one line; one that is not is kept as it is by `xml:space`.
    private static func element(_ name: String, _ text: String) -> String {
        "<\(name)\(isLine(text) ? "" : preserve)>\(XMLText.escape(text))</\(name)>"
    }

    /// Markdown from a line of its own on, so that no indentation is taken off. What a reader would take off all the same is
    /// kept by `xml:space`.
    private static func block(_ name: String, _ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isPlain = lines.allSatisfy { line in line.isEmpty || !line.allSatisfy(\.isWhitespace) }
        guard isPlain, !text.unicodeScalars.contains("\r") else {
            return "<\(name)\(preserve)>\(XMLText.escape(text))</\(name)>"
        }
        return "<\(name)>\n\(XMLText.escape(text))\n</\(name)>"
    }

    private static let preserve = " xml:space=\"preserve\""

    /// Whether there is no white space in it but single spaces between words.
    private static func isLine(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text
    }
}
