/// What was trained goes on only where somebody asks about it afterwards.
public enum CoachingRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        let entries = DraftTimeline(draft).entries
        let training = entries.filter(isTraining)
        guard let last = training.last, let firstTraining = entries.firstIndex(where: isTraining) else { return [] }
        let lastDay = training.flatMap(\.days).max()
        let isCoached = entries.enumerated().contains { index, entry in
            guard entry.step.kind == .coaching else { return false }
            guard let lastDay, let day = entry.days.last else { return index > firstTraining }
            return day >= lastDay
        }
        guard !isCoached else { return [] }
        return [
            advice(
                "no-coaching", DraftPath.module(last.module), "No coaching follows the training.",
                hint:
                    "Add <coaching id=\"one-on-one\" every=\"P14D\" times=\"4\" with=\"manager\"> that goes on after it."
            )
        ]
    }

    /// Clinics and office hours are help with what was trained, so that they need no follow-up of their own.
    private static func isTraining(_ entry: DraftTimeline.Entry) -> Bool {
        entry.module.kind == .training && entry.step.kind != .kickoff
            && (entry.step.kind != .meeting || entry.step.meetingType == "webinar")
    }
}
