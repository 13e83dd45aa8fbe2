/// The completion report as comma-separated values: the columns of its grouping, then the numbers.
public struct CompletionTable: Sendable {
    private let grouping: CompletionGrouping

    public init(_ grouping: CompletionGrouping) { self.grouping = grouping }

    /// The first line, which names the columns.
    public var header: String {
        CSVLine.make(
            named + ["course_id", "course_title", "enrolled", "started", "completed", "required", "done", "fraction"])
    }

    /// One row as a line.
    public func line(_ row: CompletionRow) -> String {
        let counts = row.counts
        let numbers = [counts.enrolled, counts.started, counts.completed, counts.required, counts.done]
        // Four digits: enough for a percentage with two, and the same text on every machine.
        let fraction = Double(Int((counts.fraction * 10_000).rounded(.down))) / 10_000
        return CSVLine.make(
            names(row) + [row.courseID.description, row.courseTitle] + numbers.map(String.init) + ["\(fraction)"])
    }

    /// What a file of it is called.
    public var fileName: String { "completion-by-\(grouping.rawValue).csv" }

    private var named: [String] {
        switch grouping {
        case .course: []
        case .module: ["module_key", "module_title"]
        case .team: ["team_id", "team_name"]
        case .person: ["person_id", "person_name"]
        }
    }

    private func names(_ row: CompletionRow) -> [String] {
        switch grouping {
        case .course: []
        case .module: [row.moduleKey ?? "", row.moduleTitle ?? ""]
        case .team: [row.teamID?.description ?? "", row.teamName ?? ""]
        case .person: [row.personID?.description ?? "", row.personName ?? ""]
        }
    }
}
