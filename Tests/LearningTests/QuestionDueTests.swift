import Learning
import Testing

@Suite struct QuestionDueTests {
    @Test(arguments: [
        // Asked on a Monday at nine: until the end of Wednesday.
        ("2026-03-02", 9, "UTC", "2026-03-05"),
        // On a Thursday, a Friday, a Saturday and a Sunday.
        ("2026-03-05", 9, "UTC", "2026-03-10"), ("2026-03-06", 9, "UTC", "2026-03-11"),
        ("2026-03-07", 9, "UTC", "2026-03-11"), ("2026-03-08", 9, "UTC", "2026-03-11"),
        // It is Tuesday already where they are.
        ("2026-03-02", 23, "Europe/Berlin", "2026-03-06"),
        // Clocks are put forward meanwhile.
        ("2026-03-27", 9, "Europe/Berlin", "2026-04-01"),
        ("1969-12-30", 9, "UTC", "1970-01-02"),
    ])
    func `a question is due at the end of the second working day after its own, by the asker's clock`(
        day: String, hour: Int64, zone: String, end: String
    ) throws {
        let asked = try #require(CivilDate(day)).start(in: "UTC").advanced(bySeconds: hour * 3600)
        #expect(Question.due(askedAt: asked, in: zone) == (try #require(CivilDate(end))).start(in: zone))
    }
}
