/// Where a list of attempts goes on.
public struct AttemptPlace: Hashable, Sendable {
    public var activity: String
    public var occurrence: Int
    public var number: Int

    public init(activity: String, occurrence: Int, number: Int) {
        self.activity = activity
        self.occurrence = occurrence
        self.number = number
    }
}
