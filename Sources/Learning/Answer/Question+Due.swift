extension Question {
    /// By when a question is to be answered: at the end of the second working day after the day on which it was asked, as
    /// the asker's clock has it. Working days are Monday to Friday.
    /// - Parameter zone: IANA name.
    public static func due(askedAt instant: Instant, in zone: String) -> Instant {
        var day = CivilDate(instant, in: zone)
        var left = Limits.questionDue.value
        while left > 0 {
            day = day.advanced(days: 1)
            if day.isWorkingDay { left -= 1 }
        }
        return day.advanced(days: 1).start(in: zone)
    }
}

extension CivilDate {
    /// Whether it is one of Monday to Friday. 1970-01-01 was a Thursday.
    var isWorkingDay: Bool { ((dayNumber + 3) % 7 + 7) % 7 < 5 }
}
