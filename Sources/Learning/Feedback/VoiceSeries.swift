/// One thing that is spoken about in one way: its voices form blocks of their own, see ``RuleOfFive``.
public struct VoiceSeries: Hashable, Sendable {
    /// Where people spoke.
    public enum Source: String, Sendable {
        case feedback, pulse
    }

    /// In what they spoke.
    public enum Measure: String, Sendable {
        case score, words
    }

    public var courseID: Identifier<Course>
    public var source: Source
    /// Nil: the course as a whole.
    public var activity: String?
    /// 0 for feedback, which has none.
    public var occurrence: Int
    public var measure: Measure
    /// A pulse's scale, or the question that words answer; empty for feedback and for words that answer none.
    public var key: String

    public init(
        courseID: Identifier<Course>, source: Source, activity: String?, occurrence: Int, measure: Measure, key: String
    ) {
        self.courseID = courseID
        self.source = source
        self.activity = activity
        self.occurrence = occurrence
        self.measure = measure
        self.key = key
    }
}
