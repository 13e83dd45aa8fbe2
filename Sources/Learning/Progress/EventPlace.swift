/// Where a list of events goes on.
public struct EventPlace: Hashable, Sendable {
    public var recordedAt: Instant
    public var id: String

    public init(recordedAt: Instant, id: String) {
        self.recordedAt = recordedAt
        self.id = id
    }
}
