import Testing

@testable import Learning

@Suite struct ScheduleDatesTests {
    static let cases: [(String?, String?, Int, String?)] = [
        (nil, nil, 1, nil), ("P0D", nil, 1, "2026-01-31"), ("P3D", nil, 1, "2026-02-03"),
        ("P7D", "P14D", 1, "2026-02-07"), ("P7D", "P14D", 3, "2026-03-07"),
        // Without an offset the first one falls a rhythm after the anchor.
        (nil, "P14D", 1, "2026-02-14"), (nil, "P14D", 4, "2026-03-28"),
        // A month after the 31st is the month's last day, and the month after that has its 31st again.
        ("P0D", "P1M", 2, "2026-02-28"), ("P0D", "P1M", 3, "2026-03-31"), (nil, "P1M", 1, "2026-02-28"),
    ]

    @Test(arguments: cases)
    func `an occurrence falls on its day`(offset: String?, every: String?, occurrence: Int, day: String?) throws {
        let schedule = Schedule(
            offset: offset.flatMap(Period.init(iso8601:)), every: every.flatMap(Period.init(iso8601:)), times: 4)
        let anchor = try #require(CivilDate("2026-01-31"))
        #expect(schedule.date(of: occurrence, from: anchor)?.description == day)
    }
}
