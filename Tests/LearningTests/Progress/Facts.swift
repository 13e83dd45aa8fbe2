import Learning

extension Instant {
    /// 2026-03-02T09:00:00Z, a Monday, and so many minutes.
    static func minute(_ minutes: Int64) -> Instant {
        Instant(milliseconds: 1_772_442_000_000).advanced(bySeconds: minutes * 60)
    }
}

extension EventRecord {
    /// An event of which a test names only what matters to it.
    static func made(
        _ verb: Verb, at minute: Int64 = 0, id: String? = nil, data: EventData = EventData(), via: Via = .page
    ) -> EventRecord {
        EventRecord(
            id: id ?? "\(verb.rawValue)-\(minute)", enrollment: Identifier(stored: "enrollment"), activity: "step",
            version: Identifier(stored: "version"), verb: verb, data: data, actor: Identifier(stored: "person"),
            occurredAt: .minute(minute), recordedAt: .minute(10_000), via: via)
    }
}

extension ProgressFacts {
    static func of(_ events: EventRecord...) -> ProgressFacts {
        events.reduce(into: ProgressFacts()) { $0.add($1) }
    }
}
