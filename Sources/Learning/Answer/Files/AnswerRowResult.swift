/// What became of one row of a file of answers.
public struct AnswerRowResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case created, updated, unchanged
        case refused(Refusal.Detail)
    }

    /// Where the row starts.
    public var position: FilePosition
    /// A JSON Pointer (RFC 6901) to it; empty in a format that knows lines alone.
    public var pointer: String
    public var key: String?
    public var outcome: Outcome
    /// What could not be kept of what was written.
    public var warnings: [Refusal.Detail]

    public init(_ row: AnswerRow, _ outcome: Outcome) {
        position = row.position
        pointer = row.pointer
        key = row.key
        if case .refused(let detail) = outcome {
            self.outcome = .refused(row.placed(detail))
        } else {
            self.outcome = outcome
        }
        warnings = row.warnings.map(row.placed)
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
