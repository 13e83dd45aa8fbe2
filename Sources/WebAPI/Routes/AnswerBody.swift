import Campus
import Learning

/// An answer as JSON.
struct AnswerBody: Encodable {
    let id: Identifier<Answer>
    @Nullable var key: String?
    let question: String
    let also: [String]
    let text: String
    let html: String
    let tags: [String]
    @Nullable var ownerId: Identifier<Person>?
    @Nullable var verifyBy: CivilDate?
    let language: String
    @Nullable var courseId: Identifier<Course>?
    @Nullable var activity: String?
    let state: String
    @Nullable var questionId: Identifier<Question>?
    @Nullable var mergedInto: Identifier<Answer>?
    let verified: Bool
    @Nullable var verifiedAt: Timestamp?
    @Nullable var verifiedBy: Identifier<Person>?
    let createdAt: Timestamp
    let updatedAt: Timestamp
    let revision: Int

    /// - Parameter day: today.
    init(_ answer: Answer, on day: CivilDate) {
        id = answer.id
        key = answer.key
        question = answer.fields.question
        also = answer.fields.also
        text = answer.fields.text
        html = Markup.html(answer.fields.text)
        tags = answer.fields.tags
        ownerId = answer.fields.ownerID
        verifyBy = answer.fields.verifyBy
        language = answer.fields.language
        courseId = answer.fields.courseID
        activity = answer.fields.activity
        state = answer.state.rawValue
        questionId = answer.questionID
        mergedInto = answer.mergedInto
        verified = answer.isVerified(on: day)
        verifiedAt = Timestamp(answer.verifiedAt)
        verifiedBy = answer.verifiedBy
        createdAt = Timestamp(answer.createdAt)
        updatedAt = Timestamp(answer.updatedAt)
        revision = answer.revision
    }

    static let schema = Schema.object([
        "id": .id("ans"), "key": .string.nullable, "question": .string,
        "also": .array(.string).described("Other ways of asking it; shown to trainers alone, empty for others."),
        "text": .string.described("Markdown."), "html": .string, "tags": .array(.string),
        "owner_id": .id("per").nullable, "verify_by": .date.nullable, "language": .string,
        "course_id": .id("crs").nullable, "activity": .string.nullable,
        "state": .words(Answer.State.self),
        "question_id": .id("qst").nullable.described(
            "The question that it was published for, for those who may see that."),
        "merged_into": .id("ans").nullable.described(
            "The answer that took it over, for trainers; everybody else gets in its place the one that stands for both by now."
        ),
        "verified": .boolean.described("Whether somebody says that it holds, and the day to look again is not over."),
        "verified_at": .time.nullable, "verified_by": .id("per").nullable, "created_at": .time, "updated_at": .time,
        "revision": .integer,
    ])

    /// What a caller says of a new answer.
    static let draft = Schema.object([
        "question": .string(1...Limits.question.value),
        "text": .string(1...Limits.text.value).described("Markdown."),
    ]).with(details)

    /// What a caller may say of one that is there.
    static let change = Schema.object([
        "question?": .string(1...Limits.question.value), "text?": .string(1...Limits.text.value),
        "state?": .words(Answer.State.self),
    ]).with(details)

    private static let details: KeyValuePairs<String, Schema> = [
        "also?": .array(.string(1...Limits.question.value), max: Limits.phrasings.value),
        "tags?": .array(.string(1...Limits.tag.value), max: Limits.tags.value),
        "owner_id?": .id("per").nullable, "verify_by?": .date, "language?": .languageTag,
        "course_id?": .id("crs").nullable, "activity?": .string(1...Limits.name.value).nullable,
    ]
}
