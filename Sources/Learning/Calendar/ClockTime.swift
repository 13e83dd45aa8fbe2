/// A time of day as a clock on the wall shows it, to the minute.
public struct ClockTime: Hashable, Sendable, CustomStringConvertible {
    /// 0…1,439 since midnight.
    public let minutes: Int

    public static let midnight = ClockTime(minutes: 0)

    private init(minutes: Int) { self.minutes = minutes }

    /// Reads `HH:MM`; nil for anything else.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"),
            let hour = Self.number(digits[0], digits[1]), let minute = Self.number(digits[3], digits[4]), hour < 24,
            minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    /// `HH:MM`.
    public var description: String {
        "\(String(100 + minutes / 60).suffix(2)):\(String(100 + minutes % 60).suffix(2))"
    }

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
        guard (48...57).contains(tens), (48...57).contains(ones) else { return nil }
        return Int(tens - 48) * 10 + Int(ones - 48)
    }
}
