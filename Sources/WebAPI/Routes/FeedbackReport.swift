import Campus
import HTTPTypes
import Learning

/// What groups of five and more say.
enum FeedbackReport {
    private struct Body: Encodable {
        let rows: [Row]
        let pulses: [PulseReportBody]
    }

    private struct Row: Encodable {
        let courseId: Identifier<Course>
        let courseTitle: String
        @Nullable var activity: String?
        @Nullable var activityTitle: String?
        @Nullable var people: Int?
        @Nullable var ratings: Int?
        @Nullable var average: Double?
        @Nullable var writers: Int?
        let words: [String]

        init(_ row: FeedbackReportRow) {
            courseId = row.place.courseID
            courseTitle = row.courseTitle
            activity = row.place.activity
            activityTitle = row.activityTitle
            people = row.raters
            ratings = row.ratings
            average = row.average
            writers = row.writers
            words = row.words
        }

        static let schema = Schema.object([
            "course_id": .id(Course.idPrefix), "course_title": .string,
            "activity": Schema.string.nullable.described("Null: the course as a whole."),
            "activity_title": Schema.string.nullable,
            "people": Schema.integer.nullable.described("Who rated it; null where ratings are withheld."),
            "ratings": Schema.integer.nullable, "average": Schema.number(1...5).nullable,
            "writers": Schema.integer.nullable.described("Who wrote words; null where words are withheld."),
            "words": .array(.string).described("In the order of their letters."),
        ])
    }

    static let show = Operation(
        summary: "Report what groups of five people and more say of courses and activities, and in pulses.",
        who: "managers for their own tree; leaders, trainers and admins for any team or everybody",
        items: [
            .query("course", .id(Course.idPrefix), "Only this course and its activities."),
            .query("team", .id(Person.idPrefix), "Only this manager's team; a manager's own unless said otherwise."),
        ],
        replies: [
            (200, .json(.object(["rows": .array(Row.schema), "pulses": .array(PulseReportBody.schema)])))
        ]
    ) { call in
        let report = try await call.campus.feedbackReport(
            course: try call.queryIdentifier("course"), team: try call.queryIdentifier("team"), call.access)
        return try .json(
            Body(rows: report.feedback.map(Row.init), pulses: report.pulses.map(PulseReportBody.init)))
    }
}
