/// An event's place in the order of what happened: by time, then by id, so that two facts of one moment have an order too.
public struct Mark: Hashable, Sendable, Comparable {
    public var at: Instant
    /// The event's id.
    public var id: String

    public init(at: Instant, id: String) {
        self.at = at
        self.id = id
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.at == right.at ? left.id < right.id : left.at < right.at
    }
}

extension Optional where Wrapped: Comparable {
    /// The lesser of two, where nothing is no candidate.
    static func earliest(_ left: Wrapped?, _ right: Wrapped?) -> Wrapped? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    /// The greater of two, where nothing is no candidate.
    static func latest(_ left: Wrapped?, _ right: Wrapped?) -> Wrapped? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }
}
