/// One row of a file of answers: what its author wrote, before owner and course are looked up.
public struct AnswerRow: Hashable, Sendable {
    /// What a file may say of an answer; `question` and `text` it must. A table has columns of these names, JSON fields.
    public static let columns = [
        "key", "question", "also", "text", "tags", "course", "activity", "owner", "language", "verify_by",
    ]
    /// Those that hold several values.
    public static let lists: Set = ["also", "tags"]

    /// Where it starts.
    public let position: FilePosition
    /// A JSON Pointer (RFC 6901) to it; empty in a format that knows lines alone.
    public let pointer: String
    /// Names the answer for good, so that the same file again changes it rather than adding another.
    public let key: String?
    /// Under which it is here where an earlier file had another order; goes before ``key``.
    public let otherKey: String?
    /// Without owner and course, which are names yet.
    public let fields: AnswerFields
    /// Id, external id or e-mail.
    public let owner: String?
    /// The course's key.
    public let course: String?
    /// What could not be kept of what was written.
    public let warnings: [Refusal.Detail]
    /// Why it cannot be taken as it stands; nil when it can.
    public private(set) var fault: Refusal.Detail?
    /// What changes an answer that is there.
    private let says: Set<String>
    private let places: [String: FilePosition]

    /// Looks at everything that a file says; a key that comes again is refused there.
    public static func rows(of written: [WrittenAnswer]) -> [AnswerRow] {
        var lines: [[String?]: Int] = [:]
        return written.map { written in
            var row = AnswerRow(written)
            guard let key = row.key else { return row }
            if let first = lines[[key, row.course]] {
                row.fault = Refusal.Detail(
                    pointer: "/key", code: "key-twice",
                    message: "The key \"\(key.prefix(100))\" stands on line \(first) already; give each answer its own."
                )
            } else {
                lines[[key, row.course]] = row.position.line
            }
            return row
        }
    }

    /// What it makes of an answer that is there: what the file says nothing of stays, and so does what every answer has where
    /// it says nothing but an empty text.
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

    /// What is wrong with it or was left out of it, with its place in the file. An item of a list is told as the list, as its
    /// number need not be the one in the file.
    public func placed(_ detail: Refusal.Detail) -> Refusal.Detail {
        var detail = detail
        let name = detail.pointer.split(separator: "/").first.map(String.init) ?? ""
        detail.pointer = pointer + (name.isEmpty ? "" : "/\(name)")
        let place = places[name] ?? position
        if detail.line == nil { (detail.line, detail.column) = (place.line, place.column) }
        return detail
    }

    init(_ written: WrittenAnswer) {
        position = written.position
        pointer = written.pointer
        places = written.places
        warnings = written.warnings
        says = Set(
            ["also", "tags"].filter { written.lists[$0] != nil } + ["activity"].filter { written.texts[$0] != nil }
                + ["language"].filter { written.text($0) != nil })
        key = written.text("key")
        otherKey = written.otherKey
        owner = written.text("owner")
        course = written.text("course")
        var fields = AnswerFields(
            question: written.texts["question"] ?? "", also: written.lists["also"] ?? [],
            text: written.texts["text"] ?? "", tags: written.lists["tags"] ?? [],
            language: written.text("language") ?? "en", activity: written.text("activity"))
        var checked = written
        if let day = written.text("verify_by") {
            fields.verifyBy = CivilDate(day)
            if fields.verifyBy == nil { checked.refuse("verify_by", "bad-date", "A date like 2026-03-01 is expected.") }
        }
        if (key?.unicodeScalars.count ?? 0) > Limits.name.value {
            checked.refuse("key", "too-long", "At most \(Limits.name.value) characters are allowed.")
        }
        // These are looked up as they are; what an answer holds is checked with its other bounds.
        for (name, value) in [("key", key), ("owner", owner), ("course", course), ("activity", fields.activity)]
        where value?.unicodeScalars.contains("\0") == true {
            checked.refuse(name, "control-character", "U+0000 cannot be stored: leave it out.")
        }
        self.fields = fields
        fault = checked.fault
    }
}
