/// A moment: milliseconds since 1970-01-01T00:00:00Z, as it is stored and compared.
///
/// The clock comes in as a value (`now:`); nothing in this target asks for the time.
public struct Instant: Hashable, Sendable, Comparable, Codable {
    /// Milliseconds since the epoch.
    public var milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment `seconds` later (or earlier, when negative).
    public func advanced(bySeconds seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
