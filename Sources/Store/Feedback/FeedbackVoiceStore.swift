public import Learning
public import Persistence

/// All that was said, as the report takes it in.
public enum FeedbackVoiceStore {
    /// What was said about one place, in the order in which it was committed.
    public struct Group: Sendable {
        public let place: FeedbackReportRow.Place
        public let courseTitle: String
        public let activityTitle: String?
        public fileprivate(set) var voices: [FeedbackVoice] = []
    }

    /// Everything that was said about a course or all courses, by course title; a course as a whole before its activities.
    public static func groups(
        course: Identifier<Course>?, _ connection: any SQLConnection
    ) throws -> [Group] {
        let only: SQLQuery = course.map { "WHERE course.id = \($0)" } ?? ""
        var groups: [Group] = []
        try connection.forEach(
            """
            SELECT feedback.course_id, feedback.activity, course.title, step.title, feedback.person_id,
                   feedback.teams, feedback.created_at, feedback.rating, feedback.words
            FROM course
            JOIN feedback ON feedback.course_id = course.id
            LEFT JOIN step ON step.version_id = course.version_id AND step.key = feedback.activity
            \(only)
            ORDER BY course.title_key, course.id, feedback.activity NULLS FIRST, feedback.position
            """
        ) { row in
            let place = FeedbackReportRow.Place(courseID: try row.next(), activity: try row.next())
            let courseTitle: String = try row.next()
            let activityTitle: String? = try row.next()
            let author: Identifier<Person> = try row.next()
            let teams = try Definition.decode(try row.next(String.self), as: [Identifier<Person>].self)
            let voice = RuleOfFive.Voice(author: author, teams: teams, at: try row.next())
            if groups.last?.place != place {
                groups.append(Group(place: place, courseTitle: courseTitle, activityTitle: activityTitle))
            }
            groups[groups.count - 1].voices.append(
                FeedbackVoice(voice, rating: try row.next(), words: try row.next()))
        }
        return groups
    }
}
