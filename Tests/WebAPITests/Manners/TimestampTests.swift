import Learning
import Testing

@testable import WebAPI

@Suite struct TimestampTests {
    static let moments: [(text: String, milliseconds: Int64)] = [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500), ("1970-01-01t00:00:00.123456z", 123),
        ("1970-01-01T01:00:00+01:00", 0), ("1969-12-31T18:30:00-05:30", 0), ("2024-02-29T12:00:00Z", 1_709_208_000_000),
        ("2026-11-01T00:00:00.999Z", 1_793_491_200_999), ("1969-12-31T23:59:59.999Z", -1),
    ]

    @Test(arguments: moments)
    func `a moment is read to the millisecond`(moment: (text: String, milliseconds: Int64)) {
        #expect(Timestamp.parse(moment.text)?.milliseconds == moment.milliseconds)
    }

    @Test(arguments: [
        "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "2026-11-01T00:00:00Z junk", " 2026-11-01T00:00:00Z",
        "2026-11-01T24:00:00Z", "2026-11-01T00:60:00Z", "2026-11-01T00:00:60Z", "2026-11-01T00:00:00", "2026-11-01",
        "2026-11-01T00:00:00+24:00", "2026-11-01T00:00:00.Z", "٢٠٢٦-11-01T00:00:00Z", "",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Timestamp.parse(text) == nil)
    }

    @Test(arguments: [0, 1, -1, 1_793_491_200_999, -62_135_596_800_000] as [Int64])
    func `what is written is read again`(milliseconds: Int64) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(Timestamp.parse(Timestamp(instant).text) == instant)
    }
}
