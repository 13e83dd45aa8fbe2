public import Learning

/// Something that waits for somebody else than the learner: a practice to confirm, or a coaching to hold.
public struct Waiting: Sendable {
    /// Where a list goes on. Practices come before coachings.
    public struct Place: Hashable, Sendable {
        public var isCoaching: Bool
        public var enrollment: Identifier<Enrollment>
        public var item: ItemKey

        public init(isCoaching: Bool, enrollment: Identifier<Enrollment>, item: ItemKey) {
            self.isCoaching = isCoaching
            self.enrollment = enrollment
            self.item = item
        }
    }

    public var kind: ActivityKind
    public var enrollmentID: Identifier<Enrollment>
    public var personID: Identifier<Person>
    public var personName: String
    public var courseID: Identifier<Course>
    public var courseTitle: String
    public var item: ItemKey
    public var title: String
    /// What was handed in last, in the learner's words, and the address they gave.
    public var evidence: String?
    public var link: String?
    public var submittedAt: Instant?
    /// Of a coaching that has a date.
    public var dueOn: CivilDate?

    public var place: Place { Place(isCoaching: kind == .coaching, enrollment: enrollmentID, item: item) }
}
