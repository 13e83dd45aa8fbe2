/// How guessing at the code of a meeting is held back: some are looked at, then none until an hour is over.
public struct WrongCodes: Hashable, Sendable {
    /// How many wrong codes are looked at within ``window``.
    public static let allowed = 5
    /// Seconds from the first wrong code until all are forgotten.
    public static let window: Int64 = 3600

    public let count: Int
    /// When the first of them was entered.
    public let since: Instant

    public init(count: Int = 1, at since: Instant) {
        self.count = count
        self.since = since
    }

    /// Seconds from `now` until another code is looked at; 0 when it is at once.
    public func wait(now: Instant) -> Int {
        guard count >= Self.allowed else { return 0 }
        let rest = since.advanced(bySeconds: Self.window).milliseconds - now.milliseconds
        return rest <= 0 ? 0 : Int((rest + 999) / 1000)
    }

    /// With one more; where the others are forgotten, that one alone.
    public func adding(at now: Instant) -> WrongCodes {
        now < since.advanced(bySeconds: Self.window)
            ? WrongCodes(count: count + 1, at: since) : WrongCodes(at: now)
    }
}
