/// What somebody answers to the invitation of an initiative. It is no order: a "not yet" is an answer, and may be changed at any
/// time; the latest counts.
public struct InitiativeReply: Hashable, Sendable {
    public enum Answer: String, Sendable, Codable, CaseIterable {
        case imIn = "in"
        case notYet = "not-yet"
    }

    public var personID: Identifier<Person>
    public var answer: Answer
    /// Why not yet, in their own words; nil for those who are in.
    public var because: String?
    public var saidAt: Instant

    public init(personID: Identifier<Person>, answer: Answer, because: String?, saidAt: Instant) {
        self.personID = personID
        self.answer = answer
        self.because = because
        self.saidAt = saidAt
    }

    /// The same without outer space.
    public var normalized: InitiativeReply {
        var reply = self
        reply.because = because.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        return reply
    }

    /// What is wrong with a normalized reply; nil where nothing is.
    public var problem: Refusal.Detail? {
        switch (answer, because) {
        case (.notYet, nil):
            .init(
                pointer: "/because", code: "required",
                message: "Say what would have to be different: it is read in groups of five and more, without names.")
        case (.imIn, _?):
            .init(pointer: "/because", code: "not-asked", message: "Only a \"not-yet\" says why: leave it out.")
        case (_, let because?) where because.unicodeScalars.count > Limits.because.value:
            .init(
                pointer: "/because", code: "too-long",
                message: "At most \(Limits.because.value) characters are allowed; \(because.unicodeScalars.count) came."
            )
        default: nil
        }
    }
}
