/// One dated instance of an activity: what progress is kept by, within an enrollment.
public struct ItemKey: Hashable, Sendable, Comparable {
    public var activity: String
    /// 1-based.
    public var occurrence: Int

    public init(_ activity: String, _ occurrence: Int = 1) {
        self.activity = activity
        self.occurrence = occurrence
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.activity == right.activity ? left.occurrence < right.occurrence : left.activity < right.activity
    }
}
