import Testing

@testable import Learning

@Suite struct CivilDateTests {
    @Test(arguments: ["0001-01-01", "1899-12-31", "1970-01-01", "2000-02-29", "2026-03-02", "2026-12-31", "9999-12-31"])
    func `a date is read as it is written`(text: String) throws {
        #expect(try #require(CivilDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-3-2", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01",
        "20260302", "2026-03-02T00:00:00Z", "２０２６-03-02", "1900-02-29", "+026-01-01",
    ])
    func `what is no day is no date`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `every day has the next one`() throws {
        var date = try #require(CivilDate("1899-12-28"))
        var before = date
        for _ in 0..<80_000 {
            date = date.advanced(days: 1)
            let (year, month, day) = date.parts
            #expect(CivilDate(year: year, month: month, day: day) == date)
            #expect(before < date && before.description < date.description)
            before = date
        }
        #expect(date.description == "2119-01-09")
    }

    static let sums: [(String, String, Int, String)] = [
        ("2026-01-31", "P1M", 1, "2026-02-28"), ("2024-01-31", "P1M", 1, "2024-02-29"),
        ("2026-01-31", "P1M", 2, "2026-03-31"), ("2026-12-15", "P1M", 1, "2027-01-15"),
        ("2024-02-29", "P1Y", 1, "2025-02-28"), ("2026-03-02", "P2W", 3, "2026-04-13"),
        ("2026-02-28", "P0D", 1, "2026-02-28"), ("2026-01-31", "P1M1D", 1, "2026-03-01"),
    ]

    @Test(arguments: sums)
    func `months come before days and end on the month's last day`(from: String, span: String, times: Int, to: String)
        throws
    {
        let period = try #require(Period(iso8601: span))
        #expect(try #require(CivilDate(from)).advanced(by: period, times: times).description == to)
    }

    @Test func `a moment is a day in its zone`() {
        // 2026-03-29, when Berlin's clocks go forward at 01:00 UTC.
        let before = Instant(milliseconds: 1_774_738_800_000 - 1)  // 2026-03-28T22:59:59.999Z
        #expect(CivilDate(before, in: "Europe/Berlin").description == "2026-03-28")
        let after = Instant(milliseconds: 1_774_738_800_000)
        #expect(CivilDate(after, in: "Europe/Berlin").description == "2026-03-29")
        #expect(CivilDate(after, in: "UTC").description == "2026-03-28")
        #expect(CivilDate(after, in: "Pacific/Auckland").description == "2026-03-29")
        #expect(CivilDate(Instant(milliseconds: -1), in: "UTC").description == "1969-12-31")
        #expect(CivilDate(after, in: "No/Where").description == "2026-03-28")
    }
}
