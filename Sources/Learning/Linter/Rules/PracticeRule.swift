/// What is never tried is never done: every behavior has a practice.
public enum PracticeRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        let practices = draft.modules.flatMap(\.steps).filter { $0.kind == .practice }
        if draft.behaviors.isEmpty {
            guard practices.isEmpty else { return [] }
            return [
                advice(
                    "no-practice", DraftPath.course,
                    "The course names no behavior, and nothing in it is practiced at work.",
                    hint: "Write a <behavior>, a sentence in the first person, and a <practice> in which people try it."
                )
            ]
        }
        let practiced = Set(practices.flatMap(\.behaviors))
        return draft.behaviors.filter { !practiced.contains($0.key) }.map { behavior in
            advice(
                "no-practice", DraftPath.behavior(behavior), "Nobody practices “\(behavior.text)”",
                hint: "Add a <practice> with behaviors=\"\(behavior.key)\", or leave the behavior out.")
        }
    }
}
