public import Learning

/// What became of one event that was sent.
public struct EventResult: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// It is durable, and progress counts it.
        case recorded
        /// The same event was recorded before; nothing changed.
        case repeated
        /// It was not recorded; the pointer is relative to the event.
        case refused(Refusal.Detail)
    }

    /// The event's id, as the client made it.
    public var id: String
    public var outcome: Outcome

    public init(id: String, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}
