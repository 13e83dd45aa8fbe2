import Foundation

extension CivilDate {
    /// The first moment of the day in an IANA zone; UTC's where the zone is unknown.
    public func start(in zone: String) -> Instant {
        let midnight = Double(dayNumber) * 86_400
        guard let zone = TimeZone(identifier: zone) else { return Instant(milliseconds: Int64(midnight) * 1000) }
        // The offset is looked up twice: the first guess may lie on the other side of a change of clocks.
        let guess = midnight - Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight)))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: guess))
        return Instant(milliseconds: (Int64(midnight) - Int64(offset)) * 1000)
    }
}
