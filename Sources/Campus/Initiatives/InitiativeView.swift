public import Learning

/// An initiative with everything that its page shows.
public struct InitiativeView: Sendable {
    /// A course as the first screen of an initiative tells of it: in the words of its current version.
    public struct CoursePart: Sendable {
        public var id: Identifier<Course>
        public var title: String
        public var why: Prose?
        public var benefit: Prose?
        public var stop: Prose?
        /// The reader's own, under way or complete; nil without one.
        public var enrollment: Identifier<Enrollment>?
    }

    public var summary: InitiativeSummary
    public var courses: [CoursePart]
    /// How many people are in it; nil for those who do not lead it.
    public var people: Int?
    /// Whether the reader may change it, and read what is told of the replies.
    public var isLed: Bool
    /// Whether the reader may add people: any, or their own.
    public var mayAdd: Bool
}
