import Campus
import Learning

/// An initiative in a list.
struct InitiativeRow: Encodable {
    struct CourseRow: Encodable {
        let id: Identifier<Course>
        let title: String

        static let schema = Schema.object(["id": .id(Course.idPrefix), "title": .string])
    }

    let id: Identifier<Initiative>
    let title: String
    let sponsorID: Identifier<Person>
    let sponsorName: String
    let ownerID: Identifier<Person>
    let ownerName: String
    let courses: [CourseRow]
    let startsOn: CivilDate
    let timeZone: String
    let startsAt: Timestamp
    @Nullable var meetsAt: String?
    let isIn: Bool
    @Nullable var reply: InitiativeReplyRow?
    let createdAt: Timestamp
    let revision: Int

    init(_ summary: InitiativeSummary) {
        let initiative = summary.initiative
        id = initiative.id
        title = initiative.fields.title
        sponsorID = initiative.fields.sponsorID
        sponsorName = summary.sponsorName
        ownerID = initiative.fields.ownerID
        ownerName = summary.ownerName
        courses = zip(initiative.fields.courses, summary.courseTitles).map { CourseRow(id: $0, title: $1) }
        startsOn = initiative.fields.startsOn
        timeZone = initiative.fields.timeZone
        startsAt = Timestamp(initiative.startsAt)
        meetsAt = initiative.fields.meetsAt?.description
        isIn = summary.isIn
        reply = summary.reply.map(InitiativeReplyRow.init)
        createdAt = Timestamp(initiative.createdAt)
        revision = initiative.revision
    }

    static let schema = Schema.object([
        "id": .id(Initiative.idPrefix), "title": .string, "sponsor_id": .id(Person.idPrefix), "sponsor_name": .string,
        "owner_id": .id(Person.idPrefix), "owner_name": .string, "courses": .array(CourseRow.schema),
        "starts_on": .date.described("The first day, in time_zone."), "time_zone": .string,
        "starts_at": .time.described("The moment in which that day begins there."),
        "meets_at": Schema.clockTime.nullable.described(
            "When its kickoffs and meetings begin on clocks in time_zone; null where that is not said."),
        "is_in": .boolean.described("Whether the caller is one of its people."),
        "reply": InitiativeReplyRow.schema.nullable.described("The caller's latest to the invitation."),
        "created_at": .time, "revision": .integer,
    ])
}

/// An initiative as its page shows it.
struct InitiativeBody: Encodable {
    struct CoursePart: Encodable {
        let courseID: Identifier<Course>
        let title: String
        @Nullable var why: String?
        @Nullable var benefit: String?
        @Nullable var stop: String?
        @Nullable var enrollmentID: Identifier<Enrollment>?

        static let schema = Schema.object([
            "course_id": .id(Course.idPrefix), "title": .string, "why": .string.nullable.described("HTML."),
            "benefit": .string.nullable.described("HTML: what is in it for whoever takes part."),
            "stop": .string.nullable.described("HTML: what they stop doing."),
            "enrollment_id": Schema.id(Enrollment.idPrefix).nullable.described("The caller's own."),
        ])
    }

    let row: InitiativeRow
    let why: String
    let whyHTML: String
    let courseReasons: [CoursePart]
    @Nullable var people: Int?
    let isLed: Bool
    let mayAdd: Bool

    init(_ view: InitiativeView) {
        row = InitiativeRow(view.summary)
        why = view.summary.initiative.fields.why
        whyHTML = Markup.html(why)
        courseReasons = view.courses.map {
            CoursePart(
                courseID: $0.id, title: $0.title, why: $0.why?.html, benefit: $0.benefit?.html, stop: $0.stop?.html,
                enrollmentID: $0.enrollment)
        }
        people = view.people
        isLed = view.isLed
        mayAdd = view.mayAdd
    }

    private enum CodingKeys: CodingKey { case why, whyHTML, courseReasons, people, isLed, mayAdd }

    func encode(to encoder: any Encoder) throws {
        try row.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(why, forKey: .why)
        try container.encode(whyHTML, forKey: .whyHTML)
        try container.encode(courseReasons, forKey: .courseReasons)
        try container.encode(people, forKey: .people)
        try container.encode(isLed, forKey: .isLed)
        try container.encode(mayAdd, forKey: .mayAdd)
    }

    static let schema = InitiativeRow.schema.with([
        "why": .string.described("Markdown."), "why_html": .string,
        "course_reasons": Schema.array(CoursePart.schema).described("What each course says, in its order."),
        "people": Schema.integer.nullable.described("How many are in it; null for those who do not lead it."),
        "is_led": .boolean.described("Whether the caller may change it and read what is told of the replies."),
        "may_add": .boolean.described("Whether the caller may add people: any, or a manager their own."),
    ])

    /// What a caller says of a new one.
    static let draft = Schema.object([
        "title": .string(1...Limits.name.value),
        "why": .string(1...Limits.note.value).described("Why this change, and why now; Markdown."),
        "sponsor_id?": Schema.id(Person.idPrefix).nullable.described("The caller unless said otherwise."),
        "owner_id?": Schema.id(Person.idPrefix).nullable.described("The sponsor unless said otherwise."),
        "courses": .array(.id(Course.idPrefix), max: Limits.initiativeCourses.value), "starts_on": .date,
        "time_zone": .timeZone,
        "meets_at?": .clockTime.nullable,
        "under_way?": Schema.boolean.nullable.described(
            "That it has begun already: only then may its first day be over."),
    ])

    /// What a caller may say of one that is there.
    static let change = Schema.object([
        "title?": .string(1...Limits.name.value), "why?": .string(1...Limits.note.value),
        "sponsor_id?": .id(Person.idPrefix), "owner_id?": .id(Person.idPrefix),
        "courses?": .array(.id(Course.idPrefix), max: Limits.initiativeCourses.value).described(
            "May grow; a course that people are in stays."),
        "starts_on?": .date.described("Until it has begun."), "time_zone?": .timeZone,
        "meets_at?": .clockTime.nullable,
    ])
}

/// A reply to an invitation.
struct InitiativeReplyRow: Encodable {
    let answer: InitiativeReply.Answer
    @Nullable var because: String?
    let saidAt: Timestamp

    init(_ reply: InitiativeReply) {
        answer = reply.answer
        because = reply.because
        saidAt = Timestamp(reply.saidAt)
    }

    static let schema = Schema.object([
        "answer": .words(InitiativeReply.Answer.self), "because": .string.nullable, "said_at": .time,
    ])
}
