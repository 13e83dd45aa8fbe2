import Learning

extension Fields {
    /// A day of the form `2026-03-31`; nil where the field is absent.
    func optionalDate(_ name: String) -> CivilDate? {
        guard let text = optionalString(name, 0...64) else { return nil }
        guard let date = CivilDate(text) else {
            problem(name, "bad-date", "A date like 2026-03-31 is expected.")
            return nil
        }
        return date
    }

    /// A time of day of the form `09:30`; nil where the field is absent.
    func optionalClockTime(_ name: String) -> ClockTime? {
        guard let text = optionalString(name, 0...64) else { return nil }
        guard let time = ClockTime(text) else {
            problem(name, "bad-clock-time", "A time of day like 09:30 is expected.")
            return nil
        }
        return time
    }
}
