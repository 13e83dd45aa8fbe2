/// Writes a file of answers, line by line: the same answers make the same bytes.
public struct AnswerWriter: Sendable {
    private let format: AnswerFormat
    private var isFirst = true

    public init(_ format: AnswerFormat) {
        self.format = format
    }

    /// What stands before the first answer.
    public var header: String {
        switch format {
        case .csv: CSVLine.make(AnswerRow.columns)
        case .json: "{\"answers\":["
        case .xml: Self.xmlHeader
        case .moodle: Self.moodleHeader
        }
    }

    public mutating func write(_ line: AnswerLine) -> String {
        defer { isFirst = false }
        return switch format {
        case .csv: Self.csv(line)
        case .json: (isFirst ? "\n" : ",\n") + Self.json(line)
        case .xml: Self.xml(line)
        case .moodle: Self.moodle(line)
        }
    }

    /// What stands behind the last answer.
    public var footer: String {
        switch format {
        case .csv: ""
        case .json: "\n]}\n"
        case .xml: "</answers>\n"
        case .moodle: Self.moodleFooter
        }
    }

    private static func csv(_ line: AnswerLine) -> String {
        let fields = line.fields
        return CSVLine.make([
            line.key, fields.question, CSVList.join(fields.also), fields.text, CSVList.join(fields.tags),
            line.course ?? "", fields.activity ?? "", line.owner ?? "", fields.language,
            fields.verifyBy?.description ?? "",
        ])
    }
}
