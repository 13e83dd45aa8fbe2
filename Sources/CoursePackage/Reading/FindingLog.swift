import Learning

/// Findings in the making. A mistake that is made a thousand times is told fifty times and then counted.
struct FindingLog {
    private(set) var findings: [Finding] = []
    private var told: [String: (count: Int, last: Int)] = [:]

    private static let enough = 50

    mutating func add(_ finding: Finding) {
        let kind = finding.severity.rawValue + finding.code
        guard let before = told[kind] else {
            told[kind] = (1, findings.count)
            findings.append(finding)
            return
        }
        if before.count < Self.enough {
            told[kind] = (before.count + 1, findings.count)
            findings.append(finding)
        } else {
            findings[before.last].count += finding.count
        }
    }

    /// Counts one more of a kind of which the first alone is told.
    mutating func count(_ finding: Finding) {
        let kind = finding.severity.rawValue + finding.code
        if let before = told[kind] {
            findings[before.last].count += finding.count
        } else {
            add(finding)
        }
    }

    /// Whether one more of this kind would only be counted, so that nothing need be said of it.
    func isFull(_ severity: Finding.Severity, _ code: String) -> Bool {
        (told[severity.rawValue + code]?.count ?? 0) >= Self.enough
    }

    /// Counts one more of a kind that is full.
    mutating func countAnother(_ severity: Finding.Severity, _ code: String) {
        guard let before = told[severity.rawValue + code] else { return }
        findings[before.last].count += 1
    }

    var hasFatal: Bool { findings.contains { $0.severity == .fatal } }
}
