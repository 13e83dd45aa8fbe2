import Foundation
import Learning

/// A moment as the API writes it: RFC 3339 in UTC with milliseconds.
struct Timestamp: Encodable {
    let instant: Instant

    init(_ instant: Instant) { self.instant = instant }

    init?(_ instant: Instant?) {
        guard let instant else { return nil }
        self.instant = instant
    }

    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    private static let whole = Date.ISO8601FormatStyle()

    var text: String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000).formatted(Self.style)
    }

    /// Reads `2026-03-01T09:30:00Z`, with or without a fraction, with `Z` or an offset; nil for anything else.
    static func parse(_ text: String) -> Instant? {
        guard let date = (try? style.parse(text)) ?? (try? whole.parse(text)) else { return nil }
        return Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
