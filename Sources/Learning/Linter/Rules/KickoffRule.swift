/// A change begins with a break from the past that people can point to.
public enum KickoffRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        guard !draft.modules.contains(where: { $0.steps.contains { $0.kind == .kickoff } }) else { return [] }
        return [
            advice(
                "no-kickoff", DraftPath.course, "There is no kickoff: nothing marks the day on which the old way ends.",
                hint: "Put <kickoff id=\"kickoff\" offset=\"P0D\"> first, with a sponsor who says why.")
        ]
    }
}
