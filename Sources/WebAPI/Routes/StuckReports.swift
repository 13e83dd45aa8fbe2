import Campus
import HTTPTypes
import Learning

/// Which steps send people searching, and which answers do not help: of five people and more, without names.
enum StuckReports {
    private static let days = Operation.Item.query(
        "days", .integer(1...366), "Of so many days; 30 unless said otherwise.")

    private struct Point: Encodable {
        let courseId: Identifier<Course>
        let courseTitle: String
        @Nullable var version: String?
        let activity: String
        @Nullable var activityTitle: String?
        let people: Int
        let searches: Int
        let helped: Int

        init(_ point: StuckPoint) {
            courseId = point.courseID
            courseTitle = point.courseTitle
            version = point.version
            activity = point.activity
            activityTitle = point.activityTitle
            people = point.people
            searches = point.searches
            helped = point.helped
        }

        static let schema = Schema.object([
            "course_id": .id("crs"), "course_title": .string,
            "version": Schema.string.nullable.described("Its label; null for searches from before it was noted."),
            "activity": .string, "activity_title": .string.nullable,
            "people": Schema.integer.described("How many searched while at work on it, five at least."),
            "searches": .integer, "helped": Schema.integer.described("How many of these people were helped."),
        ])
    }

    private struct Answered: Encodable {
        let answerId: Identifier<Answer>
        let question: String
        let people: Int
        let notHelped: Int

        init(_ answer: MisleadingAnswer) {
            answerId = answer.answerID
            question = answer.question
            people = answer.people
            notHelped = answer.notHelped
        }

        static let schema = Schema.object([
            "answer_id": .id("ans"), "question": .string,
            "people": Schema.integer.described("How many said what came of it, five at least."),
            "not_helped": Schema.integer.described("How many of them it did not help: half of them at least."),
        ])
    }

    private struct Body<Row: Encodable>: Encodable { let rows: [Row] }

    static let points = Operation(
        summary: "Report which steps of which versions send five people and more searching, by most people first, "
            + "without names.",
        who: "trainers", items: [days], replies: [(200, .json(.object(["rows": .array(Point.schema, max: 100)])))]
    ) { call in
        let days = try call.queryInteger("days", 1...366) ?? 30
        return try .json(Body(rows: try await call.campus.stuckPoints(days: days, call.access).map(Point.init)))
    }

    static let misleading = Operation(
        summary: "Report which answers did not help most of five people and more who opened them, without names.",
        who: "trainers", items: [days], replies: [(200, .json(.object(["rows": .array(Answered.schema, max: 100)])))]
    ) { call in
        let days = try call.queryInteger("days", 1...366) ?? 30
        return try .json(
            Body(rows: try await call.campus.misleadingAnswers(days: days, call.access).map(Answered.init)))
    }
}
