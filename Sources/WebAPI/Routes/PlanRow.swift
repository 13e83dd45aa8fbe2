import Campus
import Learning

/// One line of a plan as the API shows it.
struct PlanRow: Encodable {
    let activity: String
    let kind: ActivityKind
    let title: String
    let occurrence: Int
    let times: Int
    @Nullable var dueOn: CivilDate?
    @Nullable var minutes: Int?
    let status: PlanItem.Status
    @Nullable var completedAt: Timestamp?
    @Nullable var success: Bool?
    @Nullable var score: Double?
    let overdue: Bool
    let required: Bool
    let waived: Bool
    let unmet: [Unmet]
    let lockedBy: [String]
    let behaviors: [String]
    @Nullable var textHTML: String?
    @Nullable var href: String?
    @Nullable var location: String?
    @Nullable var nextTryOn: CivilDate?
    @Nullable var witness: Step.Witness?
    let evidence: Step.Evidence
    @Nullable var with: String?
    @Nullable var meetingType: String?
    @Nullable var masteryScore: Double?
    let scales: [Scale]
    let words: [WordsPrompt]
    @Nullable var unavailable: String?
    let markedByLearner: Bool

    init(_ item: PlanItem, text: Prose?) {
        let step = item.step
        activity = step.key
        kind = step.kind
        title = step.title
        occurrence = item.occurrence
        times = step.schedule.times
        dueOn = item.dueOn
        minutes = step.schedule.minutes
        status = item.status
        completedAt = Timestamp(item.outcome.completedAt)
        success = item.outcome.success
        score = item.outcome.score
        overdue = item.isOverdue
        required = step.isRequired
        waived = item.isWaived
        unmet = item.unmet
        lockedBy = item.lockedBy
        behaviors = step.behaviors
        textHTML = text?.html
        href = step.href
        location = item.location
        nextTryOn = item.nextTryOn
        witness = step.witness
        evidence = step.evidence
        with = step.with
        meetingType = step.meetingType
        masteryScore = step.masteryScore
        scales = step.scales
        words = step.words
        unavailable = step.unavailable
        markedByLearner = item.isMarkedByLearner
    }

    private enum CodingKeys: String, CodingKey {
        case activity, kind, title, occurrence, times, dueOn, minutes, status, completedAt, success, score, overdue
        case required, waived, unmet, lockedBy, behaviors
        case textHTML = "textHtml"
        case href, location, nextTryOn, witness, evidence, with, meetingType, masteryScore, scales, words, unavailable
        case markedByLearner
    }

    static let schema = Schema.object([
        "activity": .string, "kind": .words(ActivityKind.self), "title": .string, "occurrence": .integer,
        "times": .integer, "due_on": .date.nullable, "minutes": .integer.nullable,
        "status": .words(PlanItem.Status.self), "completed_at": .time.nullable, "success": .boolean.nullable,
        "score": .number(0...1).nullable, "overdue": .boolean, "required": .boolean, "waived": .boolean,
        "unmet": .array(
            .object(["rule": .words(Unmet.Rule.self), "message": .string, "by": .words(Unmet.By.self)])
        ).described("What is missing before it is complete, and who can meet it."),
        "locked_by": .array(.string).described("Modules and activities that come first."),
        "behaviors": .array(.string),
        "text_html": .string.nullable.described(
            "What is shown with it. A lesson's text comes with the activity itself."),
        "href": .string.nullable, "location": .string.nullable.described("Where content stopped, in its own words."),
        "next_try_on": .date.nullable.described(
            "The day that the learner set for the next try of a practice (\"tried\"), until something is handed in."),
        "witness": .words(Step.Witness.self).nullable, "evidence": .words(Step.Evidence.self),
        "with": .string.nullable, "meeting_type": .string.nullable, "mastery_score": .number(0...1).nullable,
        "scales": .array(Scale.schema), "words": .array(WordsPrompt.schema),
        "unavailable": .string.nullable, "marked_by_learner": .boolean,
    ])
}
