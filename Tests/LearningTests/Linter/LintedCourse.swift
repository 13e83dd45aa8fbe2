@testable import Learning

/// A course that lints clean, to be spoiled in one place by each test.
struct LintedCourse {
    var draft = CourseDraft(
        key: "c", title: "C", why: "Because.", benefit: "Less work.", stop: "The old form.",
        behaviors: [Behavior(key: "ask", text: "I ask first.")],
        modules: [
            CourseModule(
                key: "train", kind: .training, title: "Train",
                steps: [
                    step("kickoff", .kickoff, day: 0), step("lesson-1", .lesson, day: 2),
                    step("lesson-2", .lesson, day: 14),
                ]),
            CourseModule(
                key: "try", kind: .development, title: "Try",
                steps: [Step(key: "calls", kind: .practice, title: "Calls", behaviors: ["ask"])]),
            CourseModule(
                key: "coach", kind: .coaching, title: "Coach",
                steps: [
                    Step(
                        key: "one-on-one", kind: .coaching, title: "One-on-one",
                        schedule: Schedule(offset: Period(days: 7), every: Period(days: 14), times: 3)),
                    step("pulse", .feedback, day: 10),
                ]),
        ],
        answers: [AnswerDraft(key: "a", question: "Q?", text: "A.", owner: "dana@example.org")])

    static func step(_ key: String, _ kind: ActivityKind, day: Int?) -> Step {
        Step(key: key, kind: kind, title: key, schedule: Schedule(offset: day.map { Period(days: $0) }))
    }

    /// The steps of the module with this key.
    subscript(key: String) -> [Step] {
        get { draft.modules.first { $0.key == key }?.steps ?? [] }
        set {
            for index in draft.modules.indices where draft.modules[index].key == key {
                draft.modules[index].steps = newValue
            }
        }
    }

    /// What one rule says, as `code path`.
    func said(_ rule: any LintRule.Type) -> [String] {
        rule.findings(in: draft).map { "\($0.code) \($0.path ?? "")" }
    }
}
