import Campus
import Learning

/// An activity opened. Of a quiz it tells how many questions there are; they are handed out by an attempt.
struct ActivityPage: Encodable {
    let courseID: Identifier<Course>
    let versionID: Identifier<CourseVersion>
    let module: String
    let key: String
    let kind: ActivityKind
    let title: String
    @Nullable var html: String?
    @Nullable var href: String?
    @Nullable var minutes: Int?
    let behaviors: [String]
    let requires: [String]
    let moveOn: MoveOn
    @Nullable var masteryScore: Double?
    let evidence: Step.Evidence
    @Nullable var witness: Step.Witness?
    @Nullable var meetingType: String?
    @Nullable var with: String?
    let scales: [Scale]
    let words: [WordsPrompt]
    @Nullable var contentRole: ContentLaunch.Role?
    let contentPlayed: Bool
    @Nullable var unavailable: String?
    @Nullable var questions: Int?
    let occurrences: Int
    @Nullable var attendanceCode: String?

    init(_ content: ActivityContent) {
        let step = content.step
        courseID = content.course.id
        versionID = content.version.id
        module = content.module
        key = step.key
        kind = step.kind
        title = step.title
        html = content.text?.html
        href = step.href
        minutes = step.schedule.minutes
        behaviors = step.behaviors
        requires = step.requires
        moveOn = step.moveOn
        masteryScore = step.masteryScore
        evidence = step.evidence
        witness = step.witness
        meetingType = step.meetingType
        with = step.with
        scales = step.scales
        words = step.words
        contentRole = step.content?.role
        contentPlayed = step.content?.isPlayed == true
        unavailable = step.unavailable
        questions = step.quiz?.questions.count
        occurrences = step.schedule.times
        attendanceCode = content.attendanceCode
    }

    static let schema = Schema.object([
        "course_id": .id(Course.idPrefix), "version_id": .id(CourseVersion.idPrefix), "module": .string,
        "key": .string, "kind": .words(ActivityKind.self), "title": .string,
        "html": .string.nullable.described(
            "Safe to stand in a page. An address without a scheme is a file of the package, to be opened by a launch."),
        "href": .string.nullable.described("The package's file that a launch opens, or the address of a link."),
        "minutes": .integer.nullable, "behaviors": .array(.string), "requires": .array(.string),
        "move_on": .words(MoveOn.self), "mastery_score": .number(0...1).nullable,
        "evidence": .words(Step.Evidence.self), "witness": .words(Step.Witness.self).nullable,
        "meeting_type": .string.nullable, "with": .string.nullable,
        "scales": .array(Scale.schema), "words": .array(WordsPrompt.schema),
        "content_role": .words(ContentLaunch.Role.self).nullable.described(
            "What a launch of a package's content opens: \"asset\" is completed by \"opened\". Null where nothing of a package is played."
        ),
        "content_played": Schema.boolean.described(
            "Whether it reports by itself how far its learner is; otherwise the learner says when they are through."),
        "unavailable": .string.nullable.described("Why it cannot be opened; such a step is not required."),
        "questions": .integer.nullable.described("How many questions a quiz has."), "occurrences": .integer,
        "attendance_code": .string.nullable.described(
            "Six digits, for those who host; another one every day (UTC), which holds on that day and the next."),
    ])
}
