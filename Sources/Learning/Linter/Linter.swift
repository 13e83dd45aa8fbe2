/// Says what in a course's design will not stick: advice, never a refusal.
public enum Linter {
    /// The rules, in the order in which their findings are told.
    public static let rules: [any LintRule.Type] = [
        ReasonsRule.self, KickoffRule.self, TrainingSeriesRule.self, CoachingRule.self, PracticeRule.self,
        GapRule.self, FeedbackRule.self, OwnerRule.self,
    ]

    /// What all rules have to say. Findings have the path of what they are about, but no place in a file.
    public static func findings(in draft: CourseDraft) -> [Finding] {
        rules.flatMap { $0.findings(in: draft) }
    }
}
