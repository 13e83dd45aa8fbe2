import Learning

/// Findings in the making. A mistake that is made a thousand times is told fifty times and then counted.
struct FindingLog {
    private(set) var findings: [Finding] = []
    private var told: [Kind: (count: Int, last: Int)] = [:]

    private struct Kind: Hashable {
        var severity: Finding.Severity
        var code: String
    }

    private static let enough = 50

    mutating func add(_ finding: Finding) {
        let kind = Kind(severity: finding.severity, code: finding.code)
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
        let kind = Kind(severity: finding.severity, code: finding.code)
        if let before = told[kind] {
            findings[before.last].count += finding.count
        } else {
            add(finding)
        }
    }

    /// Whether something of this kind was told.
    func has(_ severity: Finding.Severity, _ code: String) -> Bool { told[Kind(severity: severity, code: code)] != nil }

    /// Whether one more of this kind would only be counted, so that nothing need be said of it.
    func isFull(_ severity: Finding.Severity, _ code: String) -> Bool {
        (told[Kind(severity: severity, code: code)]?.count ?? 0) >= Self.enough
    }

    /// Counts one more of a kind that was told.
    mutating func countAnother(_ severity: Finding.Severity, _ code: String) {
        guard let before = told[Kind(severity: severity, code: code)] else { return }
        findings[before.last].count += 1
    }

    var hasFatal: Bool { findings.contains { $0.severity == .fatal } }
}
