/// Which answers a list shows.
public struct AnswerFilter: Hashable, Sendable {
    public var state: Answer.State?
    public var courseID: Identifier<Course>?
    public var tag: String?
    public var ownerID: Identifier<Person>?
    /// Only those that are to be looked at again by this day.
    public var dueBy: CivilDate?
    /// Those that are to be looked at first come first, without those that have no day; otherwise the newest do.
    public var isByDue: Bool

    /// Where a list goes on: after the answer that the caller has last, and the day by which that is to be looked at.
    public struct Place: Hashable, Sendable {
        public var id: Identifier<Answer>
        /// Nil where the newest come first.
        public var verifyBy: CivilDate?

        public init(id: Identifier<Answer>, verifyBy: CivilDate? = nil) {
            self.id = id
            self.verifyBy = verifyBy
        }
    }

    public init(
        state: Answer.State? = nil, courseID: Identifier<Course>? = nil, tag: String? = nil,
        ownerID: Identifier<Person>? = nil, dueBy: CivilDate? = nil, isByDue: Bool = false
    ) {
        self.state = state
        self.courseID = courseID
        self.tag = tag
        self.ownerID = ownerID
        self.dueBy = dueBy
        self.isByDue = isByDue
    }
}
