import Campus
import Learning

/// Feedback as JSON, without its author.
struct FeedbackBody: Encodable {
    let id: Identifier<Feedback>
    let courseId: Identifier<Course>
    let courseTitle: String
    @Nullable var activity: String?
    @Nullable var activityTitle: String?
    @Nullable var rating: Int?
    @Nullable var words: String?
    @Nullable var outcome: String?
    @Nullable var outcomeText: String?
    @Nullable var outcomeAt: Timestamp?
    let mine: Bool
    let createdAt: Timestamp
    let revision: Int

    init(_ entry: FeedbackEntry, isOwn: Bool) {
        let feedback = entry.feedback
        id = feedback.id
        courseId = feedback.courseID
        courseTitle = entry.courseTitle
        activity = feedback.activity
        activityTitle = entry.activityTitle
        rating = feedback.rating
        words = feedback.words
        outcome = feedback.outcome?.rawValue
        outcomeText = feedback.outcomeText
        outcomeAt = feedback.outcomeAt.map(Timestamp.init)
        mine = isOwn
        createdAt = Timestamp(feedback.createdAt)
        revision = feedback.revision
    }

    static let schema = Schema.object([
        "id": .id(Feedback.idPrefix), "course_id": .id(Course.idPrefix), "course_title": .string,
        "activity": Schema.string.nullable.described("Null: about the course as a whole."),
        "activity_title": Schema.string.nullable, "rating": Schema.integer(1...5).nullable,
        "words": Schema.string.nullable.described("Plain text."),
        "outcome": Schema.words(Feedback.Outcome.self).nullable, "outcome_text": Schema.string.nullable,
        "outcome_at": Schema.time.nullable, "mine": .boolean.described("Whether the caller wrote it."),
        "created_at": .time, "revision": .integer,
    ])
}
