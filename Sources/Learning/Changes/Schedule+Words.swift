extension Schedule {
    /// The dates in words, as a trainer reads them: `7 days after “break”, every 14 days, 4 times, 30 minutes`. Nil where
    /// there are none.
    public var words: String? {
        var parts: [String] = []
        if let offset {
            parts.append("\(offset.words) after \(after.map { "“\($0)”" } ?? "the start")")
        } else if let after {
            parts.append("after “\(after)”")
        }
        if let every { parts.append("every \(every.words)") }
        if times > 1 { parts.append("\(times) times") }
        if let minutes { parts.append("\(minutes) \(minutes == 1 ? "minute" : "minutes")") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Period {
    /// `3 days`, `1 month`, `1 month and 10 days`.
    public var words: String {
        let parts = [(months, "month"), (days, "day")].filter { $0.0 > 0 || ($0.1 == "day" && months == 0) }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    }
}
