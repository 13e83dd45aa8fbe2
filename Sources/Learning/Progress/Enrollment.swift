/// One person in one course. Its UUID is later the cmi5 and xAPI registration.
///
/// The same course twice is two enrollments; what was earned in one counts in the other only by a `credited` event.
public struct Enrollment: Identified, Hashable {
    public static let idPrefix = "enr"

    public var id: Identifier<Enrollment>
    public var personID: Identifier<Person>
    public var courseID: Identifier<Course>
    /// The version it is pinned to.
    public var versionID: Identifier<CourseVersion>
    /// The first day, in `timeZone`.
    public var startsOn: CivilDate
    /// IANA name.
    public var timeZone: String
    /// Who enrolled them; nil for the operator.
    public var createdBy: Identifier<Person>?
    public var createdAt: Instant
    public var endedAt: Instant?
    /// Required items, how many are done, and since when all are.
    public var totals: Totals
    /// When the latest thing happened.
    public var lastEventAt: Instant?
    /// Counts changes, for ETags.
    public var revision: Int
    /// The initiative that it belongs to; nil for one that stands alone.
    public var initiativeID: Identifier<Initiative>?

    public init(
        id: Identifier<Enrollment>, personID: Identifier<Person>, courseID: Identifier<Course>,
        versionID: Identifier<CourseVersion>, startsOn: CivilDate, timeZone: String,
        createdBy: Identifier<Person>? = nil, createdAt: Instant, endedAt: Instant? = nil, totals: Totals,
        lastEventAt: Instant? = nil, revision: Int = 1, initiativeID: Identifier<Initiative>? = nil
    ) {
        self.id = id
        self.personID = personID
        self.courseID = courseID
        self.versionID = versionID
        self.startsOn = startsOn
        self.timeZone = timeZone
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.totals = totals
        self.lastEventAt = lastEventAt
        self.revision = revision
        self.initiativeID = initiativeID
    }
}
