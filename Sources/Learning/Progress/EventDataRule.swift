/// What an event's data may and must hold, verb by verb.
public enum EventDataRule {
    /// How many days after the one that failed the next try may lie.
    public static let nextTryDays = 366

    /// What is wrong with `data` for this verb and step; nil when it can be recorded. Pointers are relative to the event.
    /// - Parameter occurredAt: when the event happened, which days that it names are held to.
    public static func problem(
        with data: EventData, of verb: Verb, for step: Step, at occurredAt: Instant
    ) -> Refusal.Detail? {
        let (allowed, needed) = fields(of: verb, for: step)
        let present = data.present
        if !present.isSubset(of: allowed) {
            // In the order of declaration, so that the same event is always refused for the same reason.
            for field in EventData.Field.allCases where present.contains(field) && !allowed.contains(field) {
                return detail(
                    field, "field-not-of-verb", "\"\(verb.rawValue)\" on a \(step.kind.rawValue) carries no such field."
                )
            }
        }
        for field in needed where !present.contains(field) || isBlank(data, field) {
            return detail(field, "required", reason(for: field, of: verb))
        }
        return bounds(of: data) ?? nextTry(data, after: occurredAt) ?? pulse(data, verb, step)
            ?? mastery(data, verb, step)
    }

    private static func fields(
        of verb: Verb, for step: Step
    ) -> (allowed: Set<EventData.Field>, needed: [EventData.Field]) {
        switch verb {
        case .opened: ([.seconds], [])
        case .attended: ([.code, .seconds], [])
        case .completed: ([.seconds], [])
        case .passed, .failed: ([.score, .success, .seconds], [])
        case .submitted where step.kind == .quiz: ([.score, .success], [.score])
        case .submitted:
            switch step.evidence {
            case .none: ([.text, .link, .seconds], [])
            case .text: ([.text, .link, .seconds], [.text])
            case .link: ([.text, .link, .seconds], [.link])
            }
        case .tried: ([.text, .nextOn, .seconds], [])
        case .confirmed: ([.text], [])
        case .returned: ([.text], [.text])
        case .pledged: ([.text], [.text])
        case .kept, .broken: ([.text], [])
        case .held: ([.text, .commitment, .seconds], [])
        case .noted: ([.text, .commitment], [.text])
        case .answered: ([.scores, .words, .text], [])
        case .waived: ([.text], [.text])
        case .credited: ([.source, .text], [.source])
        case .suspended where step.kind == .package: ([.state, .location, .score, .interactions, .seconds], [])
        case .suspended: ([.state, .location, .seconds], [])
        }
    }

    private static func isBlank(_ data: EventData, _ field: EventData.Field) -> Bool {
        switch field {
        case .text: data.text?.allSatisfy(\.isWhitespace) ?? true
        case .link: data.link?.allSatisfy(\.isWhitespace) ?? true
        default: false
        }
    }

    private static func reason(for field: EventData.Field, of verb: Verb) -> String {
        switch (verb, field) {
        case (.waived, _): "Give the reason why this is not asked of them."
        case (.returned, _): "Say what is missing."
        case (.pledged, _): "Write the pledge in your own words."
        case (.submitted, .text): "This practice asks for a few words on how it went."
        case (.submitted, .link): "This practice asks for a link."
        case (.credited, _): "Name the enrollment in which it was earned."
        default: "This field is required."
        }
    }

    private static func bounds(of data: EventData) -> Refusal.Detail? {
        if let score = data.score, !(0...1).contains(score) {
            return detail(.score, "out-of-range", "A score lies between 0 and 1.")
        }
        if let seconds = data.seconds, !(0...Limits.eventSeconds.value).contains(seconds) {
            return detail(.seconds, "out-of-range", "Seconds lie between 0 and 31536000, a year.")
        }
        let texts: [(EventData.Field, String?, Int)] = [
            (.text, data.text, Limits.note.value), (.commitment, data.commitment, Limits.commitment.value),
            (.link, data.link, Limits.link.value), (.state, data.state, Limits.state.value),
            (.location, data.location, Limits.location.value),
            (.interactions, data.interactions, Limits.interactions.value), (.code, data.code, 100),
        ]
        for (field, text, limit) in texts {
            guard let text else { continue }
            if text.isLonger(than: limit) {
                return detail(field, "too-long", "At most \(limit) characters are allowed.")
            }
            if text.utf8.contains(0) {
                return detail(field, "control-character", "U+0000 cannot be stored: leave it out.")
            }
        }
        if let link = data.link, !isAddress(link) {
            return detail(.link, "bad-link", "A link starts with http:// or https:// and has no spaces.")
        }
        return nil
    }

    /// The next try is on the day of the event, or within the year after it. Which day that is depends on where the learner is:
    /// it is the day of some place on earth, from UTC-12 to UTC+14.
    private static func nextTry(_ data: EventData, after occurredAt: Instant) -> Refusal.Detail? {
        guard let text = data.nextOn else { return nil }
        guard let day = CivilDate(text) else {
            return detail(.nextOn, "bad-date", "A date like 2026-03-31 is expected.")
        }
        let first = CivilDate(occurredAt.advanced(bySeconds: -12 * 3600), in: "UTC")
        let last = CivilDate(occurredAt.advanced(bySeconds: 14 * 3600), in: "UTC").advanced(days: nextTryDays)
        guard (first...last).contains(day) else {
            return detail(
                .nextOn, "out-of-range",
                "The next try lies on the day of this one or up to \(nextTryDays) days later: \(day) does not.")
        }
        return nil
    }

    private static func isAddress(_ link: String) -> Bool {
        let lower = link.lowercased()
        guard let mark = ["http://", "https://"].first(where: lower.hasPrefix) else { return false }
        return lower.utf8.count > mark.utf8.count && !lower.contains(where: \.isWhitespace)
    }

    /// A pulse is answered when every scale has a number within its bounds; words are the learner's choice.
    private static func pulse(_ data: EventData, _ verb: Verb, _ step: Step) -> Refusal.Detail? {
        guard verb == .answered else { return nil }
        for key in (data.scores ?? [:]).keys.sorted() where !step.scales.contains(where: { $0.key == key }) {
            return .init(pointer: "/data/scores", code: "unknown-scale", message: "There is no scale \"\(key)\".")
        }
        for scale in step.scales {
            let pointer = "/data/scores/\(JSONPointer.escape(scale.key))"
            guard let value = data.scores?[scale.key] else {
                return .init(pointer: pointer, code: "required", message: "Give a number for \"\(scale.prompt)\".")
            }
            guard value >= scale.from, value <= scale.to else {
                return .init(
                    pointer: pointer, code: "out-of-range", message: "It lies between \(scale.from) and \(scale.to).")
            }
        }
        for (key, text) in (data.words ?? [:]).sorted(by: { $0.key < $1.key }) {
            let pointer = "/data/words/\(JSONPointer.escape(key))"
            guard step.words.contains(where: { $0.key == key }) else {
                return .init(pointer: "/data/words", code: "unknown-prompt", message: "There is no prompt \"\(key)\".")
            }
            if text.isLonger(than: Limits.note.value) {
                return .init(
                    pointer: pointer, code: "too-long", message: "At most \(Limits.note.value) characters are allowed.")
            }
            if text.utf8.contains(0) {
                return .init(
                    pointer: pointer, code: "control-character", message: "U+0000 cannot be stored: leave it out.")
            }
        }
        guard step.scales.isEmpty, !step.words.isEmpty || data.text != nil else { return nil }
        let said = (data.words ?? [:]).values + [data.text ?? ""]
        guard said.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            return detail(.words, "required", "Answer at least one of the questions.")
        }
        return nil
    }

    /// Content may not call passed what is below the mastery score (cmi5 §9.3.4), nor failed what reaches it.
    private static func mastery(_ data: EventData, _ verb: Verb, _ step: Step) -> Refusal.Detail? {
        if let success = data.success, verb == .passed || verb == .failed, success != (verb == .passed) {
            return detail(.success, "contradicts-verb", "It contradicts the verb \"\(verb.rawValue)\".")
        }
        guard let score = data.score, let mastery = step.masteryScore else { return nil }
        if verb == .passed, score < mastery - QuizScore.tolerance {
            return detail(.score, "below-mastery", "It is below the mastery score \(mastery) and cannot have passed.")
        }
        return nil
    }

    private static func detail(_ field: EventData.Field, _ code: String, _ message: String) -> Refusal.Detail {
        .init(pointer: "/data/\(field.rawValue)", code: code, message: message)
    }
}

extension String {
    /// Whether it has more than `limit` characters; most texts are known to be shorter without counting.
    func isLonger(than limit: Int) -> Bool {
        utf8.count > limit && count > limit
    }
}

/// JSON Pointer (RFC 6901).
enum JSONPointer {
    /// A key as a reference token.
    static func escape(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
        return key.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}
