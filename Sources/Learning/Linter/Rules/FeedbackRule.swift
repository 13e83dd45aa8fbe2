/// Feedback that comes at the end changes nothing for those who gave it.
public enum FeedbackRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        let entries = DraftTimeline(draft).entries
        guard let first = entries.firstIndex(where: { $0.step.kind == .feedback }) else {
            return [
                advice(
                    "late-feedback", DraftPath.course, "Nobody is asked how it goes.",
                    hint: "Add <feedback id=\"pulse\" every=\"P14D\" times=\"4\"> with a scale and words.")
            ]
        }
        let others = entries.filter { $0.step.kind != .feedback }
        let lastDay = others.flatMap(\.days).max()
        let isInTime = entries.enumerated().contains { index, entry in
            guard entry.step.kind == .feedback else { return false }
            if let day = entry.days.first, let lastDay { return day < lastDay }
            return entries[(index + 1)...].contains { $0.step.kind != .feedback }
        }
        guard !isInTime else { return [] }
        return [
            advice(
                "late-feedback", entries[first].path, "People are asked only when it is over.",
                hint: "Ask from the second week on, with every=\"P14D\", and answer what they say.")
        ]
    }
}
