import Learning
import Testing

/// Where a day begins, in zones whose clocks are changed: the moments are those of the zone database.
@Suite struct CivilDateStartTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var day: String
        var zone: String
        /// Seconds since the epoch.
        var start: Int64
        var why: String

        var testDescription: String { "\(day) in \(zone): \(why)" }
    }

    @Test(arguments: [
        Case(day: "2026-03-28", zone: "Europe/Berlin", start: 1_774_652_400, why: "before the clocks go forward"),
        Case(day: "2026-03-29", zone: "Europe/Berlin", start: 1_774_738_800, why: "they do so at two o'clock"),
        Case(day: "2026-03-30", zone: "Europe/Berlin", start: 1_774_821_600, why: "a day of 23 hours later"),
        Case(day: "2026-10-25", zone: "Europe/Berlin", start: 1_792_879_200, why: "before the clocks go back"),
        Case(day: "2026-10-26", zone: "Europe/Berlin", start: 1_792_969_200, why: "a day of 25 hours later"),
        Case(day: "2026-09-06", zone: "America/Santiago", start: 1_788_667_200, why: "midnight is left out"),
        Case(
            day: "2026-04-05", zone: "America/Santiago", start: 1_775_361_600,
            why: "the hour before midnight comes twice"),
        Case(day: "2026-03-08", zone: "America/Havana", start: 1_772_946_000, why: "midnight is left out"),
        Case(day: "2026-11-01", zone: "America/Havana", start: 1_793_505_600, why: "midnight comes twice"),
        Case(day: "2025-04-25", zone: "Africa/Cairo", start: 1_745_532_000, why: "midnight is left out"),
        Case(day: "2026-03-29", zone: "Asia/Beirut", start: 1_774_735_200, why: "midnight is left out"),
        Case(day: "2011-12-30", zone: "Pacific/Apia", start: 1_325_239_200, why: "the whole day is left out"),
        Case(day: "2011-12-31", zone: "Pacific/Apia", start: 1_325_239_200, why: "the day after it"),
        Case(
            day: "2026-03-02", zone: "Asia/Kathmandu", start: 1_772_388_900, why: "five hours and three quarters ahead"),
        Case(day: "2026-03-02", zone: "Pacific/Kiritimati", start: 1_772_359_200, why: "fourteen hours ahead"),
        Case(day: "2026-03-02", zone: "UTC", start: 1_772_409_600, why: "nothing is changed"),
        Case(day: "2026-03-02", zone: "Nowhere/Atall", start: 1_772_409_600, why: "an unknown zone is UTC"),
    ])
    func `a day begins when it does there`(wanted: Case) throws {
        let day = try #require(CivilDate(wanted.day))
        let start = day.start(in: wanted.zone)
        #expect(start == Instant(milliseconds: wanted.start * 1000))
        #expect(CivilDate(start.advanced(bySeconds: -1), in: wanted.zone) < day)
        #expect(CivilDate(start, in: wanted.zone) >= day)
    }
}
