/// Writes iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, moments are UTC, so that no zone has to be
/// told (§3.3.5, form 2).
public struct ICalendar: Sendable {
    private var text = ""

    /// - Parameter name: what a reader shows for the whole calendar.
    public init(name: String, events: [CalendarEvent]) {
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Cornerman//Plan//EN")
        line("CALSCALE", "GREGORIAN")
        line("X-WR-CALNAME", Self.escaped(name))
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
        line("X-PUBLISHED-TTL", "PT6H")
        for event in events { add(event) }
        line("END", "VCALENDAR")
    }

    /// The whole file.
    public var file: String { text }

    private mutating func add(_ event: CalendarEvent) {
        line("BEGIN", "VEVENT")
        line("UID", Self.escaped(event.uid))
        line("DTSTAMP", Self.utc(event.changedAt))
        line("LAST-MODIFIED", Self.utc(event.changedAt))
        line("SEQUENCE", "\(event.sequence)")
        switch event.time {
        case .day(let day):
            line("DTSTART;VALUE=DATE", Self.digits(day))
            // The end is the first day that is not in it (§3.6.1).
            line("DTEND;VALUE=DATE", Self.digits(day.advanced(days: 1)))
            line("TRANSP", "TRANSPARENT")
        case .moment(let start, let minutes):
            line("DTSTART", Self.utc(start))
            if let minutes { line("DTEND", Self.utc(start.advanced(bySeconds: Int64(minutes) * 60))) }
        }
        line("SUMMARY", Self.escaped(event.summary))
        line("DESCRIPTION", Self.escaped(event.description))
        line("URL", event.url)
        line("END", "VEVENT")
    }

    /// Adds a content line, folded so that no line has more than 75 octets and no character is cut (§3.1).
    private mutating func line(_ name: String, _ value: String) {
        var octets = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let length = UTF8.width(scalar)
            if octets + length > 75 {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += length
        }
        text += "\r\n"
    }

    /// Text as a value (§3.3.11). Characters that no text may hold are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        var rest = text.unicodeScalars.makeIterator()
        var isAfterReturn = false
        while let scalar = rest.next() {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\r": escaped += "\\n"
            case "\n": if !isAfterReturn { escaped += "\\n" }
            case "\t": escaped.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: escaped.unicodeScalars.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return escaped
    }

    private static func digits(_ day: CivilDate) -> String { day.description.replacing("-", with: "") }

    private static func utc(_ instant: Instant) -> String {
        let day =
            instant.milliseconds >= 0
            ? instant.milliseconds / 86_400_000 : (instant.milliseconds - 86_399_999) / 86_400_000
        let second = (instant.milliseconds - day * 86_400_000) / 1000
        func two(_ number: Int64) -> Substring { String(100 + number).suffix(2) }
        let date = digits(CivilDate(dayNumber: Int(day)))
        return "\(date)T\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
    }
}
