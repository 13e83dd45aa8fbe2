/// An answer as a file says it: owner and course by their names.
public struct AnswerLine: Hashable, Sendable {
    /// The author's key; the answer's id where it has none, so that the file can be taken in again.
    public var key: String
    /// Normalized.
    public var fields: AnswerFields
    /// The course's key.
    public var course: String?
    /// E-mail, personnel number or id.
    public var owner: String?

    public init(_ answer: Answer, course: String?, owner: String?) {
        key = answer.key ?? answer.id.description
        fields = answer.fields.normalized
        self.course = course
        self.owner = owner
    }
}
