import Foundation

/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let dayNumber: Int

    public init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// Nil for a day that no month has. Years 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `YYYY-MM-DD`; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(into: 0 as Int?) { sum, byte in
                sum = (48...57).contains(byte) ? sum.map { $0 * 10 + Int(byte - 48) } : nil
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that it is at `instant` in an IANA zone; UTC's where the zone is unknown.
    public init(_ instant: Instant, in zone: String) {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0
        let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down)) + offset
        self.init(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
    }

    /// Year, month 1…12, day 1…31 (the algorithm of Howard Hinnant's `civil_from_days`).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The day a span of calendar time later: first the months, ending on the month's last day where it has no such day,
    /// then the days.
    public func advanced(by period: Period, times: Int = 1) -> CivilDate {
        var date = self
        let months = period.months * times
        if months != 0 {
            let (year, month, day) = parts
            let count = year * 12 + month - 1 + months
            let year2 = count / 12
            let month2 = count % 12 + 1
            date = CivilDate(unchecked: year2, month2, min(day, Self.days(inMonth: month2, of: year2)))
        }
        return date.advanced(days: period.days * times)
    }

    public func advanced(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

    public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

    /// The algorithm of Howard Hinnant's `days_from_civil`.
    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = era * 146_097 + dayOfEra - 719_468
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date of the form YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
