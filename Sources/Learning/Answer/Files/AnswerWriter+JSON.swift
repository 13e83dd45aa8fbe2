extension AnswerWriter {
    /// An answer as a JSON object on one line.
    static func json(_ line: AnswerLine) -> String {
        let fields = line.fields
        let members = [
            ("key", string(line.key)), ("question", string(fields.question)), ("also", array(fields.also)),
            ("text", string(fields.text)), ("tags", array(fields.tags)), ("course", string(line.course)),
            ("activity", string(fields.activity)), ("owner", string(line.owner)),
            ("language", string(fields.language)), ("verify_by", string(fields.verifyBy?.description)),
        ]
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private static func array(_ items: [String]) -> String {
        "[" + items.map { string($0) }.joined(separator: ",") + "]"
    }

    private static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\r": written += "\\r"
            case "\t": written += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }
}
