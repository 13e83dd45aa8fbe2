import Learning

/// A moment as the API writes it: RFC 3339 in UTC with milliseconds.
struct Timestamp: Encodable {
    let instant: Instant

    init(_ instant: Instant) { self.instant = instant }

    init?(_ instant: Instant?) {
        guard let instant else { return nil }
        self.instant = instant
    }

    var text: String {
        let day = instant.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        // Before 1970 the remainder is negative, and the day the one before.
        let time = day.remainder < 0 ? day.remainder + 86_400_000 : day.remainder
        let date = CivilDate(dayNumber: Int(day.remainder < 0 ? day.quotient - 1 : day.quotient))
        func digits(_ number: Int64, _ width: Int) -> Substring { String(1000 + number).suffix(width) }
        let (hour, minute, second) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60)
        return "\(date)T\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2)).\(digits(time % 1000, 3))Z"
    }

    /// Reads `2026-03-01T09:30:00Z`, with or without a fraction, with `Z` or an offset (RFC 3339); nil for anything else. What
    /// is finer than a millisecond is cut off; a leap second is none that a clock here shows.
    static func parse(_ text: String) -> Instant? {
        let parts = text.wholeMatch(
            of: #/(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,12}))?(?:[Zz]|([+-])(\d\d):(\d\d))/#
                .asciiOnlyDigits())
        guard let (_, day, hour, minute, second, fraction, sign, offsetHour, offsetMinute) = parts?.output,
            let date = CivilDate(String(day)), let hour = Int(hour), let minute = Int(minute), let second = Int(second),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let milliseconds = Int(((fraction ?? "") + "000").prefix(3)) ?? 0
        let offset = (offsetHour.flatMap { Int($0) } ?? 0, offsetMinute.flatMap { Int($0) } ?? 0)
        guard offset.0 < 24, offset.1 < 60 else { return nil }
        let east = (offset.0 * 60 + offset.1) * (sign == "-" ? -1 : 1)
        let seconds = date.dayNumber * 86_400 + (hour * 60 + minute - east) * 60 + second
        return Instant(milliseconds: Int64(seconds * 1000 + milliseconds))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
