/// What an event says beside its verb; which fields a verb may and must carry is checked per verb, see ``EventDataRule``.
public struct EventData: Hashable, Sendable, Codable {
    /// 0…1.
    public var score: Double?
    /// Whether the mastery score was reached; only the server and content say so.
    public var success: Bool?
    /// Evidence, pledge, notes or reason, in the person's own words; at most 10,000 characters.
    public var text: String?
    /// What is promised until next time; at most 2,000 characters.
    public var commitment: String?
    /// An address given as evidence; at most 2,000 characters.
    public var link: String?
    /// The code that a host gave out; kept out of the record once it was checked.
    public var code: String?
    /// A pulse's numbers by scale key.
    public var scores: [String: Int]?
    /// A pulse's words by the key of their prompt, at most 10,000 characters each.
    public var words: [String: String]?
    /// Where content stopped, opaque to us; at most 300,000 characters.
    public var state: String?
    /// Content's own place mark; at most 1,000 characters.
    public var location: String?
    /// What content tells of single questions, as JSON of its own; at most 64,000 characters.
    public var interactions: String?
    /// The day of the next try, as `YYYY-MM-DD`.
    public var nextOn: String?
    /// Seconds spent, at least 0.
    public var seconds: Int?
    /// The enrollment something was credited from.
    public var source: Identifier<Enrollment>?

    public init(
        score: Double? = nil, success: Bool? = nil, text: String? = nil, commitment: String? = nil,
        link: String? = nil, code: String? = nil, scores: [String: Int]? = nil, words: [String: String]? = nil,
        state: String? = nil, location: String? = nil, interactions: String? = nil, nextOn: String? = nil,
        seconds: Int? = nil, source: Identifier<Enrollment>? = nil
    ) {
        self.score = score
        self.success = success
        self.text = text
        self.commitment = commitment
        self.link = link
        self.code = code
        self.scores = scores
        self.words = words
        self.state = state
        self.location = location
        self.interactions = interactions
        self.nextOn = nextOn
        self.seconds = seconds
        self.source = source
    }
}

extension EventData {
    /// The fields by the names that the API and the record give them.
    public enum Field: String, Sendable, CaseIterable {
        case score, success, text, commitment, link, code, scores, words, state, location, interactions
        case nextOn = "next_on"
        case seconds, source
    }

    /// Which fields are there.
    public var present: Set<Field> {
        var fields: Set<Field> = []
        if score != nil { fields.insert(.score) }
        if success != nil { fields.insert(.success) }
        if text != nil { fields.insert(.text) }
        if commitment != nil { fields.insert(.commitment) }
        if link != nil { fields.insert(.link) }
        if code != nil { fields.insert(.code) }
        if scores != nil { fields.insert(.scores) }
        if words != nil { fields.insert(.words) }
        if state != nil { fields.insert(.state) }
        if location != nil { fields.insert(.location) }
        if interactions != nil { fields.insert(.interactions) }
        if nextOn != nil { fields.insert(.nextOn) }
        if seconds != nil { fields.insert(.seconds) }
        if source != nil { fields.insert(.source) }
        return fields
    }
}
