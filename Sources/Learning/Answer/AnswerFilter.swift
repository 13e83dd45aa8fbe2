/// Which answers a list shows.
public struct AnswerFilter: Hashable, Sendable {
    public var state: Answer.State?
    public var courseID: Identifier<Course>?
    public var tag: String?
    public var ownerID: Identifier<Person>?
    /// Only those that are to be looked at again by this day.
    public var dueBy: CivilDate?

    public init(
        state: Answer.State? = nil, courseID: Identifier<Course>? = nil, tag: String? = nil,
        ownerID: Identifier<Person>? = nil, dueBy: CivilDate? = nil
    ) {
        self.state = state
        self.courseID = courseID
        self.tag = tag
        self.ownerID = ownerID
        self.dueBy = dueBy
    }
}
