/// One thing in a calendar that others subscribe to.
public struct CalendarEvent: Hashable, Sendable {
    public enum Time: Hashable, Sendable {
        /// A whole day, the same day everywhere.
        case day(CivilDate)
        /// A moment, and how long it takes.
        case moment(Instant, minutes: Int?)
    }

    /// Lasting and unique: the same thing has it in every reading.
    public var uid: String
    public var time: Time
    public var summary: String
    public var description: String
    public var url: String
    /// When what it says last changed.
    public var changedAt: Instant
    /// Grows with every change, so that what was read before is known to be older (RFC 5545 §3.8.7.4).
    public var sequence: Int

    public init(
        uid: String, time: Time, summary: String, description: String, url: String, changedAt: Instant, sequence: Int
    ) {
        self.uid = uid
        self.time = time
        self.summary = summary
        self.description = description
        self.url = url
        self.changedAt = changedAt
        self.sequence = sequence
    }
}
