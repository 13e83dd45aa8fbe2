public import Learning

/// Whom to enroll in what.
public struct EnrollmentRequest: Hashable, Sendable {
    /// Named people, or everybody below a manager who is here.
    public enum Who: Hashable, Sendable {
        /// Ids or personnel numbers.
        case named([String])
        /// The manager's id or personnel number.
        case team(String)

        public static func people(_ ids: [Identifier<Person>]) -> Who { .named(ids.map(\.description)) }
    }

    public var who: Who
    public var course: Identifier<Course>
    /// The first day; today in the zone unless said otherwise.
    public var startsOn: CivilDate?
    /// IANA name; each person's own unless said otherwise.
    public var timeZone: String?

    public init(
        _ who: Who, course: Identifier<Course>, startsOn: CivilDate? = nil, timeZone: String? = nil
    ) {
        self.who = who
        self.course = course
        self.startsOn = startsOn
        self.timeZone = timeZone
    }
}

/// What became of one person of an ``EnrollmentRequest``.
public struct EnrollmentResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case created
        case refused(Refusal.Detail)
    }

    /// 1-based, in the order in which they were named, or by id for a team.
    public var row: Int
    /// The id or personnel number by which they were named.
    public var given: String
    /// Nil where nobody is meant by what was given.
    public var person: Identifier<Person>?
    /// The new enrollment, or the running one that stands in the way.
    public var enrollment: Identifier<Enrollment>?
    public var outcome: Outcome
}
