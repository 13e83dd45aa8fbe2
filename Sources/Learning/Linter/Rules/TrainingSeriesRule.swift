/// One training event never carries a change.
public enum TrainingSeriesRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        let training = DraftTimeline(draft).entries.filter { $0.module.kind == .training && $0.step.kind != .kickoff }
        let days = Set(training.flatMap(\.days))
        guard days.count <= 1 else { return [] }
        let path = training.first.map { DraftPath.module($0.module) } ?? DraftPath.course
        let what =
            training.isEmpty
            ? "There is no training" : days.isEmpty ? "No training has a date" : "All training falls on one day"
        return [
            advice(
                "one-training", path, "\(what); one event is forgotten within weeks.",
                hint: "Spread it over several dates with offset=\"P7D\", offset=\"P14D\" and so on, a little each time."
            )
        ]
    }
}
