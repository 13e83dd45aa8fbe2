/// A span of calendar time, from the ISO 8601 durations `P3D`, `P2W`, `P1M`, `P1Y2M10D`. Never hours: dates stay dates.
public struct Period: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Calendar months, 0…1,200.
    public var months: Int
    /// Days, 0…36,600.
    public var days: Int

    public init(months: Int = 0, days: Int = 0) {
        self.months = months
        self.days = days
    }

    /// Reads an ISO 8601 duration of years, months, weeks and days; nil for anything else or out of bounds.
    public init?(iso8601 text: String) {
        guard text.first == "P", text.utf8.count > 1 else { return nil }
        var months = 0
        var days = 0
        var digits = ""
        var rest = "YMWD"[...]
        for character in text.dropFirst() {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let unit = rest.firstIndex(of: character), let count = Int(digits), digits.utf8.count <= 5 else {
                return nil
            }
            switch character {
            case "Y": months += count * 12
            case "M": months += count
            case "W": days += count * 7
            default: days += count
            }
            digits = ""
            rest = rest[rest.index(after: unit)...]
        }
        guard digits.isEmpty, months <= 1200, days <= 36_600 else { return nil }
        self.init(months: months, days: days)
    }

    public var description: String {
        if months == 0 { return "P\(days)D" }
        return days == 0 ? "P\(months)M" : "P\(months)M\(days)D"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let period = Period(iso8601: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an ISO 8601 duration of days or longer")
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
