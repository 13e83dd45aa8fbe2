import Learning

/// A version's own words, turned into HTML once: what a plan shows beside its steps.
struct VersionTexts: Sendable {
    let why: Prose?
    let benefit: Prose?
    let stop: Prose?
    /// By activity. Without lessons, whose text is the content and comes with the activity itself.
    let steps: [String: Prose]

    init(_ version: CourseVersion, _ outline: CourseOutline) {
        why = version.why.map { Prose($0) }
        benefit = version.benefit.map { Prose($0) }
        stop = version.stop.map { Prose($0) }
        var steps: [String: Prose] = [:]
        for step in outline.modules.flatMap(\.steps) where step.kind != .lesson {
            steps[step.key] = step.text.map { Prose($0) }
        }
        self.steps = steps
    }
}
