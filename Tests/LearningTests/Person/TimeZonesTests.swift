import Learning
import Testing

@Suite struct TimeZonesTests {
    @Test(arguments: [
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Calcutta", "America/Indiana/Knox",
    ])
    func `names of zones are known`(name: String) { #expect(TimeZones.isKnown(name)) }

    @Test(arguments: ["", "Mars/Base", "GMT+3", "CEST", "../../etc/passwd", "Europe/", "/Berlin", "europe/nowhere"])
    func `everything else is not`(name: String) { #expect(!TimeZones.isKnown(name)) }
}
