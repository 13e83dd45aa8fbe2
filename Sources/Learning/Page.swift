/// Where a list goes on: after the row with these sort values, at most so many rows.
public struct Page<Key: Sendable>: Sendable {
    /// The sort values of the last row that the caller has; nil at the start.
    public var after: Key?
    /// 1…100.
    public var limit: Int

    public init(after: Key? = nil, limit: Int) {
        self.after = after
        self.limit = limit
    }
}
