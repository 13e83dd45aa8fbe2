extension Step {
    /// In what this step differs from what it was, apart from its place.
    /// - Parameters:
    ///   - renames: from that version to this one; a key that only changed its name is no difference.
    ///   - isContentSame: whether a file of the package holds the same in both versions.
    func changes(
        since before: Step, renames: Renames, isContentSame: (String) -> Bool
    ) -> [FieldChange] {
        let schedule = before.schedule.renamed(renames)
        return [
            .line(.title, before.title, title),
            .line(.kind, before.kind.rawValue, kind.rawValue),
            .whether(.text, before.text != text),
            contentChange(since: before, isContentSame),
            .whether(.dates, schedule != self.schedule).map { _ in
                FieldChange(.dates, before: schedule.words, after: self.schedule.words)
            },
            .line(.requires, Self.list(before.requires.map(renames.now)), Self.list(requires)),
            .line(.behaviors, Self.list(before.behaviors.sorted()), Self.list(behaviors.sorted())),
            .line(.rules, before.rules, rules),
            .line(.score, before.masteryScore.map(Self.percent), masteryScore.map(Self.percent)),
            .whether(
                .questions, before.quiz != quiz || before.scales != scales || before.words != words),
            .line(.availability, before.unavailable, unavailable),
        ].compactMap { $0 }
    }

    private func contentChange(since before: Step, _ isContentSame: (String) -> Bool) -> FieldChange? {
        if before.href != href { return .line(.content, before.href, href) }
        let names = [href].compactMap { $0 } + files
        return .whether(
            .content, before.files != files || before.content != content || !names.allSatisfy(isContentSame))
    }

    /// What completes it, who says so and what is asked for, in one line.
    private var rules: String {
        [
            hasMoveOn ? "moves on when \(moveOn.rawValue)" : nil,
            evidence == .none ? nil : "evidence: \(evidence.rawValue)",
            witness.map { "witness: \($0.rawValue)" }, with.map { "with: \($0)" },
            meetingType.map { "type: \($0)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private static func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }

    private static func percent(_ score: Double) -> String {
        let tenths = (score * 1000).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
    }
}

extension Schedule {
    fileprivate func renamed(_ renames: Renames) -> Schedule {
        var schedule = self
        schedule.after = after.map(renames.now)
        return schedule
    }
}
