/// The formats of a file of answers.
public enum AnswerFormat: String, Sendable, CaseIterable {
    /// A table with a header.
    case csv
    /// `{"answers": […]}`
    case json
    /// `<answers>` with the elements of a curriculum.
    case xml
    /// What Moodle's glossary exports and imports.
    case moodle

    /// Media types under which a file may come. Which of the two XML formats it is, its root element says.
    public static let mediaTypes: [(type: String, format: AnswerFormat)] = [
        ("text/csv", .csv), ("application/json", .json), ("application/xml", .xml), ("text/xml", .xml),
    ]

    /// The format of a media type, whose parameters are passed over.
    /// - Throws: ``Refusal`` of kind `unsupported` for a media type of anything else.
    public init(contentType: String) throws(Refusal) {
        let type = contentType.prefix { $0 != ";" }.trimmed.lowercased()
        guard let known = Self.mediaTypes.first(where: { $0.type == type }) else {
            let types = Self.mediaTypes.map(\.type).joined(separator: ", ")
            throw Refusal(
                .unsupported, "unsupported-format",
                "Answers come as \(types); the Content-Type \"\(type.prefix(100))\" is none of them.")
        }
        self = known.format
    }

    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .xml, .moodle: "application/xml; charset=utf-8"
        }
    }

    /// What a file of all answers is called.
    public var fileName: String {
        switch self {
        case .csv: "answers.csv"
        case .json: "answers.json"
        case .xml: "answers.xml"
        case .moodle: "glossary.xml"
        }
    }
}
