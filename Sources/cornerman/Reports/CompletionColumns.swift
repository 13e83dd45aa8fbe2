import Learning

/// The completion report as lines of aligned columns, at most 100 wide.
struct CompletionColumns {
    /// A number's column, with a space before it.
    private static let number = 9
    private static let bar = 10

    private let grouping: CompletionGrouping
    /// How wide the names are: who or what, and the course.
    private let name: Int
    private let course: Int

    init(_ grouping: CompletionGrouping) {
        self.grouping = grouping
        name = grouping == .course ? 0 : 24
        course = grouping == .course ? 48 : grouping == .person ? 34 : 24
    }

    var header: String {
        let first =
            switch grouping {
            case .course: ""
            case .module: "Module"
            case .team: "Team"
            case .person: "Person"
            }
        let counts = grouping == .person ? "  State    " : number("Enrolled") + number("Begun") + number("Complete")
        return trimmed(names(first, "Course") + counts + "  Steps done")
    }

    func line(_ row: CompletionRow) -> String {
        let first =
            switch grouping {
            case .course: ""
            case .module: row.moduleTitle ?? row.moduleKey ?? ""
            case .team: row.teamName ?? ""
            case .person: row.personName ?? ""
            }
        let counts = row.counts
        let middle =
            grouping == .person
            ? "  " + fit(state(counts), 9)
            : number("\(counts.enrolled)") + number("\(counts.started)") + number("\(counts.completed)")
        return trimmed(names(first, row.courseTitle) + middle + "  " + meter(counts))
    }

    private func names(_ first: String, _ second: String) -> String {
        name == 0 ? fit(second, course) : fit(first, name) + "  " + fit(second, course)
    }

    private func state(_ counts: CompletionCounts) -> String {
        if counts.completed > 0 { return "complete" }
        return counts.started > 0 ? "begun" : "not begun"
    }

    private func meter(_ counts: CompletionCounts) -> String {
        guard counts.required > 0 else { return "nothing asked" }
        // Rounded down, so that only all of it is full.
        let full = counts.done * Self.bar / counts.required
        let percent = "\(counts.done * 100 / counts.required)"
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.bar - full)
        return bar + String(repeating: " ", count: 5 - percent.count) + percent + " %"
    }

    private func number(_ text: String) -> String {
        String(repeating: " ", count: max(1, Self.number - text.count)) + text
    }

    /// Exactly so wide, cut with an ellipsis where it is longer.
    private func fit(_ text: String, _ width: Int) -> String {
        let line = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        guard line.count > width else { return String(line) + String(repeating: " ", count: width - line.count) }
        return String(line.prefix(width - 1)) + "…"
    }

    private func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}
