/// People change for reasons: a course says why, what is in it for them, and what stops.
public enum ReasonsRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        var findings: [Finding] = []
        if isEmpty(draft.why) {
            findings.append(
                advice(
                    "no-why", DraftPath.course, "The course does not say why we change, and why now.",
                    hint: "Write <why>…</why>: what happens if nothing changes, in numbers that people know."))
        }
        if isEmpty(draft.benefit) {
            findings.append(
                advice(
                    "no-benefit", DraftPath.course, "The course does not say what is in it for those who take it.",
                    hint: "Write <benefit>…</benefit>: what gets easier or better for them, not for the company."))
        }
        if isEmpty(draft.stop) {
            findings.append(
                advice(
                    "no-stop", DraftPath.course,
                    "The course does not say what stops. What is only added to a full week is dropped first.",
                    hint: "Write <stop>…</stop>: which habit, form or meeting goes."))
        }
        return findings
    }

    private static func isEmpty(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
