/// One way in which something differs between two versions.
public struct FieldChange: Hashable, Sendable, Codable {
    /// What differs.
    public enum Field: String, Hashable, Sendable, Codable, CaseIterable {
        case title, label, language, why, benefit, stop
        /// Of an activity: what it is.
        case kind
        /// In which module it stands.
        case module
        /// Its place among those that both versions have.
        case order
        /// Its words; of an answer, too.
        case text
        /// The file that opens, what that holds, or how it is played.
        case content
        /// When it falls, how often, and how long it takes.
        case dates
        /// What comes first.
        case requires
        case behaviors
        /// What completes it, who says so, and what is asked for.
        case rules
        /// The least score that passes.
        case score
        /// Of a quiz or a pulse.
        case questions
        /// Whether it can be opened.
        case availability
        /// Of an answer.
        case phrasings, tags, activity, owner
    }

    public var field: Field
    /// What it was, where that is short enough to be told in a line; nil also where there was nothing.
    public var before: String?
    /// What it is now; likewise.
    public var after: String?

    public init(_ field: Field, before: String? = nil, after: String? = nil) {
        self.field = field
        self.before = before
        self.after = after
    }

    /// Longest value that is told, in characters.
    static let longest = 200

    /// The change of a value that fits on a line; nil when there is none.
    static func line(_ field: Field, _ before: String?, _ after: String?) -> FieldChange? {
        guard before != after else { return nil }
        return FieldChange(field, before: before.flatMap(told), after: after.flatMap(told))
    }

    /// The change of a value too long or too involved to be told; nil when there is none.
    static func whether(_ field: Field, _ differs: Bool) -> FieldChange? {
        differs ? FieldChange(field) : nil
    }

    private static func told(_ text: String) -> String? {
        text.isEmpty ? nil : text.count <= longest ? text : String(text.prefix(longest - 1)) + "…"
    }
}
