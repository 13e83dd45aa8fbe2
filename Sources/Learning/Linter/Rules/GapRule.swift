/// What is not touched for more than three weeks falls asleep.
public enum GapRule: LintRule {
    /// Days between two dates of a course that people bridge.
    public static let longest = 21

    public static func findings(in draft: CourseDraft) -> [Finding] {
        let dated = DraftTimeline(draft).entries.flatMap { entry in entry.days.map { (day: $0, entry: entry) } }
            .sorted { $0.day < $1.day }
        var before = 0
        var findings: [Finding] = []
        for (day, entry) in dated {
            if day - before > longest {
                findings.append(
                    advice(
                        "long-gap", entry.path,
                        "Nothing happens for \(day - before) days before “\(entry.step.title)” (day \(before) to day \(day)).",
                        hint:
                            "Put something small in between, at least every three weeks: a practice, a coaching, a pulse."
                    ))
            }
            before = day
        }
        return findings
    }
}
