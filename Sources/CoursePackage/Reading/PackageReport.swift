public import Learning

/// A reading in words, for a terminal.
public struct PackageReport: Sendable {
    public let path: String
    public let reading: PackageReading

    /// - Parameter path: The package as the caller named it.
    public init(path: String, reading: PackageReading) {
        self.path = path
        self.reading = reading
    }

    /// What arrived, then what there is to say: a line for the place, one for the matter, one for the remedy.
    public var text: String {
        ([heading, arrived] + reading.findings.map(Self.text)).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        switch reading.outcome {
        case .imports: "\(path): can be imported."
        case .warnings: "\(path): can be imported, but not all of it as it was meant."
        case .rejected: "\(path): refused."
        }
    }

    private var arrived: String {
        guard let draft = reading.draft else { return "" }
        let steps = draft.modules.reduce(0) { $0 + $1.steps.count }
        let parts = [
            Self.count(draft.modules.count, "module"), Self.count(steps, "activity", "activities"),
            Self.count(reading.facts.tests, "quiz", "quizzes") + " with "
                + Self.count(reading.facts.questions, "question"),
            Self.count(draft.behaviors.count, "behavior"), Self.count(draft.answers.count, "answer"),
            Self.count(draft.files.count, "file"),
        ]
        let version = draft.versionLabel.isEmpty ? "" : ", version \(draft.versionLabel)"
        return "  “\(draft.title)” (\(draft.key)\(version), \(reading.format))\n  \(parts.joined(separator: ", "))."
    }

    private static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }

    /// One finding: `  warning curriculum.xml:12:5 missing-files (3 times)`, its message and its hint.
    public static func text(_ finding: Finding) -> String {
        var place = finding.entry ?? ""
        if let line = finding.line { place += ":\(line):\(finding.column ?? 1)" }
        let times = finding.count > 1 ? " (\(finding.count) times)" : ""
        let head = [finding.severity.rawValue, place, finding.code].filter { !$0.isEmpty }.joined(separator: " ")
        return "  \(head)\(times)\n      \(finding.message)" + (finding.hint.map { "\n      → \($0)" } ?? "")
    }
}
