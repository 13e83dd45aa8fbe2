import Foundation

extension CivilDate {
    /// The first moment of the day in an IANA zone; UTC's where the zone is unknown.
    ///
    /// Clocks are changed at midnight in some zones, so that a day may begin at one o'clock, and a whole day may be left out
    /// where a zone crosses the date line; then it is the first moment of the next that there is.
    public func start(in zone: String) -> Instant { moment(at: .midnight, in: zone) }

    /// The moment in which clocks in an IANA zone show this day and time; UTC's where the zone is unknown.
    ///
    /// A time that comes twice, as clocks are put back, is its first coming; one that is left out counts by the clock before the
    /// change, and thus is shown as much later as was left out (RFC 5545, §3.3.5).
    public func moment(at time: ClockTime, in zone: String) -> Instant {
        let wanted = Int64(dayNumber) * 86_400 + Int64(time.minutes) * 60
        guard let zone = TimeZone(identifier: zone) else { return Instant(milliseconds: wanted * 1000) }
        func offset(_ seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        }
        // No clock is further from UTC than this: the offset before the change that may be near.
        let before = offset(wanted - 26 * 3600)
        let byOld = wanted - before
        let present = offset(byOld)
        if present == before { return Instant(milliseconds: byOld * 1000) }
        // The change is over by then. If the time was not left out, the clock after the change shows it.
        let byNew = wanted - present
        return Instant(milliseconds: (offset(byNew) == present ? byNew : byOld) * 1000)
    }
}
