public import Learning

/// Whom to enroll in what.
public struct EnrollmentRequest: Hashable, Sendable {
    /// Named people, or everybody below a manager who is here.
    public enum Who: Hashable, Sendable {
        case people([Identifier<Person>])
        case team(Identifier<Person>)
    }

    /// How many people can be named at once.
    public static let limit = 1000

    /// How far from today the first day may lie.
    public static let years = 10

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

    public var person: Identifier<Person>
    /// The new enrollment, or the running one that stands in the way.
    public var enrollment: Identifier<Enrollment>?
    public var outcome: Outcome
}
