import Campus
import Learning

/// An attempt as the API shows it. The keys of the questions are not in it.
struct AttemptPage: Encodable {
    struct OptionRow: Encodable {
        let key: String
        let html: String
    }

    struct QuestionRow: Encodable {
        let key: String
        let kind: QuizQuestion.Kind
        let prompt: String
        let options: [OptionRow]

        private enum CodingKeys: String, CodingKey {
            case key, kind
            case prompt = "promptHtml"
            case options
        }
    }

    struct ResultRow: Encodable {
        let question: String
        let credit: Double
        let correct: Bool
        let feedback: [String]

        private enum CodingKeys: String, CodingKey {
            case question, credit, correct
            case feedback = "feedbackHtml"
        }
    }

    let id: Identifier<Attempt>
    let enrollmentID: Identifier<Enrollment>
    let activity: String
    let occurrence: Int
    let number: Int
    let openedAt: Timestamp
    @Nullable var submittedAt: Timestamp?
    @Nullable var masteryScore: Double?
    @Nullable var score: Double?
    @Nullable var success: Bool?
    let revision: Int
    let questions: [QuestionRow]
    let responses: [String: [String]]
    @Nullable var results: [ResultRow]?

    init(_ sheet: AttemptSheet) {
        let attempt = sheet.attempt
        id = attempt.id
        enrollmentID = attempt.enrollmentID
        activity = attempt.activity
        occurrence = attempt.occurrence
        number = attempt.number
        openedAt = Timestamp(attempt.openedAt)
        submittedAt = Timestamp(attempt.submittedAt)
        masteryScore = sheet.masteryScore
        score = attempt.score
        success = attempt.success
        revision = attempt.revision
        questions = sheet.questions.map { question in
            QuestionRow(
                key: question.key, kind: question.kind, prompt: question.prompt.html,
                options: question.options.map { OptionRow(key: $0.key, html: $0.text.html) })
        }
        responses = attempt.responses.byQuestion
        results = sheet.results?.map { result in
            ResultRow(
                question: result.question, credit: result.credit, correct: result.isCorrect,
                feedback: result.feedback.map(\.html))
        }
    }

    /// Question key to the answer.
    static let responses = Schema.map(.array(.string)).described(
        "Question to chosen options, or to the words in one string.")

    static let schema = Schema.object([
        "id": .id(Attempt.idPrefix), "enrollment_id": .id(Enrollment.idPrefix), "activity": .string,
        "occurrence": .integer, "number": .integer, "opened_at": .time, "submitted_at": .time.nullable,
        "mastery_score": .number(0...1).nullable, "score": .number(0...1).nullable, "success": .boolean.nullable,
        "revision": .integer.described("The ETag."),
        "questions": .array(
            .object([
                "key": .string, "kind": .words(QuizQuestion.Kind.self), "prompt_html": .string,
                "options": .array(.object(["key": .string, "html": .string])),
            ])
        ).described("In this attempt's own order, options called by their place in it; for the learner alone."),
        "responses": responses,
        "results": Schema.array(
            .object([
                "question": .string, "credit": .number(0...1), "correct": .boolean,
                "feedback_html": .array(.string),
            ])
        ).nullable.described("After submission, for the learner alone."),
    ])
}
