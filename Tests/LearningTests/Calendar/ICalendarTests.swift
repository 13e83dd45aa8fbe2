import Foundation
import Testing

@testable import Learning

@Suite struct ICalendarTests {
    private static func event(_ summary: String, _ time: CalendarEvent.Time) -> CalendarEvent {
        CalendarEvent(
            uid: "u1", time: time, summary: summary, description: "d", url: "http://127.0.0.1/#/x",
            changedAt: Instant(milliseconds: 1_772_442_000_000), sequence: 3)
    }

    private static func lines(_ summary: String, _ time: CalendarEvent.Time) -> [String] {
        ICalendar(name: "My plan", events: [event(summary, time)]).file.components(separatedBy: "\r\n")
    }

    @Test func `a day is a day, and a moment is UTC`() throws {
        let day = Self.lines("S", .day(try #require(CivilDate("2026-02-28"))))
        #expect(day.contains("DTSTART;VALUE=DATE:20260228"))
        #expect(day.contains("DTEND;VALUE=DATE:20260301"))
        #expect(day.contains("DTSTAMP:20260302T090000Z"))
        #expect(day.contains("SEQUENCE:3"))
        let moment = Self.lines("S", .moment(Instant(milliseconds: 1_772_442_000_000), minutes: 90))
        #expect(moment.contains("DTSTART:20260302T090000Z"))
        #expect(moment.contains("DTEND:20260302T103000Z"))
        let old = Self.lines("S", .moment(Instant(milliseconds: -1000), minutes: nil))
        #expect(old.contains("DTSTART:19691231T235959Z"))
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
        ("bell\u{7}", "bell"), ("BEGIN:VEVENT", "BEGIN:VEVENT"),
    ])
    func `text is escaped, and begins no line of its own`(text: String, written: String) {
        #expect(ICalendar.escaped(text) == written)
    }

    @Test(arguments: ["a", "é", "語", "👩‍👩‍👧‍👦"])
    func `no line is longer than 75 octets, and none is cut within a character`(letter: String) throws {
        let long = String(repeating: letter, count: 200)
        let file = ICalendar(name: "n", events: [Self.event(long, .day(CivilDate(dayNumber: 0)))]).file
        for line in file.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 75)
            #expect(!line.unicodeScalars.contains("\u{FFFD}"))
        }
        #expect(file.hasSuffix("END:VCALENDAR\r\n"))
        // Scalar by scalar: a space and what joins it would be one character.
        let unfolded = file.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
        #expect(unfolded.range(of: "SUMMARY:\(long)\r\n", options: .literal) != nil)
    }

    @Test(arguments: [
        ("2026-03-29", "01:30", "Europe/Berlin", "2026-03-29T00:30"),
        // Left out: shown an hour later.
        ("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30"),
        ("2026-03-29", "03:30", "Europe/Berlin", "2026-03-29T01:30"),
        ("2026-03-29", "09:00", "Europe/Berlin", "2026-03-29T07:00"),
        ("2026-03-28", "09:00", "Europe/Berlin", "2026-03-28T08:00"),
        // Twice: the first.
        ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30"),
        ("2026-10-25", "09:00", "Europe/Berlin", "2026-10-25T08:00"),
        ("2026-10-24", "09:00", "Europe/Berlin", "2026-10-24T07:00"),
        ("2026-09-06", "00:30", "America/Santiago", "2026-09-06T04:30"),
        ("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30"),
        ("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45"),
        ("2026-03-02", "09:00", "Asia/Kathmandu", "2026-03-02T03:15"),
    ])
    func `a time on the wall is a moment, on both sides of a change of clocks`(
        day: String, time: String, zone: String, utc: String
    ) throws {
        let moment = try #require(CivilDate(day)).moment(at: try #require(ClockTime(time)), in: zone)
        let parts = utc.split(separator: "T")
        let wanted = try #require(CivilDate(String(parts[0])))
            .moment(at: try #require(ClockTime(String(parts[1]))), in: "UTC")
        #expect(moment == wanted)
    }

    @Test(arguments: ["24:00", "9:00", "09:60", "0900", "09:00:00", "", "٠٩:٠٠", "-1:00"])
    func `what no clock shows is no time`(text: String) {
        #expect(ClockTime(text) == nil)
    }

    @Test(arguments: ["00:00", "09:05", "23:59"])
    func `a time reads as it is written`(text: String) throws {
        #expect(try #require(ClockTime(text)).description == text)
    }
}
