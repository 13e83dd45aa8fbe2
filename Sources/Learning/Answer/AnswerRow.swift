/// One row of a table of answers: what its author wrote, before owner and course are looked up.
public struct AnswerRow: Hashable, Sendable {
    /// What a table of answers may have as columns; `question` and `text` it must have.
    public static let columns = [
        "key", "question", "also", "text", "tags", "course", "activity", "owner", "language", "verify_by",
    ]

    /// 1-based line on which it starts.
    public var line: Int
    /// Names the answer for good, so that the same table again changes it rather than adding another.
    public var key: String?
    /// Without owner and course, which are names yet.
    public var fields: AnswerFields
    /// Id, external id or e-mail.
    public var owner: String?
    /// The course's key.
    public var course: String?
    /// The columns that change an answer which is there.
    private let says: Set<String>
    /// Why it cannot be taken as it stands; nil when it can.
    public var fault: Refusal.Detail?

    /// Reads every row of a table.
    /// - Throws: ``Refusal`` when a column is missing or unknown: a table of something else is not taken for answers.
    public static func rows(of table: CSVTable) throws(Refusal) -> [AnswerRow] {
        if let missing = ["question", "text"].first(where: { !table.columns.contains($0) }) {
            throw .invalid(line: table.headerLine, "csv-column-missing", "The header names no column \"\(missing)\".")
        }
        if let unknown = table.columns.first(where: { !columns.contains($0) }) {
            throw .invalid(
                line: table.headerLine, "csv-column-unknown",
                "The column \"\(unknown.prefix(50))\" is not known; known are \(columns.joined(separator: ", ")).")
        }
        var lines: [[String?]: Int] = [:]
        return table.rows.map { written in
            var row = AnswerRow(written)
            guard let key = row.key else { return row }
            if let first = lines[[key, row.course]] {
                row.fault = Refusal.Detail(
                    pointer: "/key", code: "key-twice",
                    message: "The key \"\(key.prefix(100))\" stands on line \(first) already; give each answer its own."
                )
            } else {
                lines[[key, row.course]] = row.line
            }
            return row
        }
    }

    /// What it makes of an answer that is there: a column that the table lacks changes nothing, nor does an empty field of
    /// what every answer has.
    /// - Parameter fields: its own, with owner and course looked up.
    public func applied(_ fields: AnswerFields, to before: AnswerFields) -> AnswerFields {
        var fields = fields
        if !says.contains("also") { fields.also = before.also }
        if !says.contains("tags") { fields.tags = before.tags }
        if !says.contains("activity") { fields.activity = before.activity }
        if !says.contains("language") { fields.language = before.language }
        fields.ownerID = fields.ownerID ?? before.ownerID
        fields.verifyBy = fields.verifyBy ?? before.verifyBy
        return fields
    }

    init(_ row: CSVTable.Row) {
        says = Set(["also", "tags", "activity"].filter(row.has) + ["language"].filter { row[$0] != nil })
        line = row.line
        key = row["key"]
        owner = row["owner"]
        course = row["course"]
        fields = AnswerFields(
            question: row["question"] ?? "", also: row.list("also"), text: row["text"] ?? "", tags: row.list("tags"),
            language: row["language"] ?? "en", activity: row["activity"])
        fault = row.fault.map { Refusal.Detail(pointer: "", code: "csv-fields", message: $0) }
        if let written = row["verify_by"] {
            fields.verifyBy = CivilDate(written)
            if fields.verifyBy == nil {
                fault = Refusal.Detail(
                    pointer: "/verify_by", code: "bad-date", message: "A date like 2026-03-01 is expected.")
            }
        }
        if (key?.count ?? 0) > 200 {
            fault = Refusal.Detail(pointer: "/key", code: "too-long", message: "At most 200 characters are allowed.")
        }
    }
}

/// What became of one row of a table of answers.
public struct AnswerRowResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case created, updated, unchanged
        case refused(Refusal.Detail)
    }

    public var line: Int
    public var key: String?
    public var outcome: Outcome

    public init(line: Int, key: String?, outcome: Outcome) {
        self.line = line
        self.key = key
        self.outcome = outcome
    }

    /// `created`, `updated`, `unchanged` or `refused`.
    public var word: String {
        switch outcome {
        case .created: "created"
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .refused: "refused"
        }
    }
}
