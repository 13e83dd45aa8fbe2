import Learning

/// An enrollment as the API shows it.
struct EnrollmentRow: Encodable {
    let id: Identifier<Enrollment>
    let personID: Identifier<Person>
    let personName: String
    let courseID: Identifier<Course>
    let courseTitle: String
    let versionID: Identifier<CourseVersion>
    let startsOn: CivilDate
    let timeZone: String
    let required: Int
    let done: Int
    let fraction: Double
    @Nullable var completedAt: Timestamp?
    @Nullable var lastEventAt: Timestamp?
    let createdAt: Timestamp
    @Nullable var initiativeID: Identifier<Initiative>?

    init(_ summary: EnrollmentSummary) {
        let enrollment = summary.enrollment
        id = enrollment.id
        personID = enrollment.personID
        personName = summary.personName
        courseID = enrollment.courseID
        courseTitle = summary.courseTitle
        versionID = enrollment.versionID
        startsOn = enrollment.startsOn
        timeZone = enrollment.timeZone
        required = enrollment.totals.required
        done = enrollment.totals.done
        fraction = enrollment.totals.fraction
        completedAt = Timestamp(enrollment.totals.completedAt)
        lastEventAt = Timestamp(enrollment.lastEventAt)
        createdAt = Timestamp(enrollment.createdAt)
        initiativeID = enrollment.initiativeID
    }

    static let schema = Schema.object([
        "id": .id(Enrollment.idPrefix), "person_id": .id(Person.idPrefix), "person_name": .string,
        "course_id": .id(Course.idPrefix), "course_title": .string, "version_id": .id(CourseVersion.idPrefix),
        "starts_on": .date.described("The first day, in time_zone."), "time_zone": .string,
        "required": .integer.described("Items that count: each occurrence of each required activity."),
        "done": .integer, "fraction": .number(0...1), "completed_at": .time.nullable,
        "last_event_at": .time.nullable, "created_at": .time,
        "initiative_id": Schema.id(Initiative.idPrefix).nullable.described("Null where it stands alone."),
    ])
}
