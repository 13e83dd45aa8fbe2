import Foundation

/// IANA time zones.
public enum TimeZones {
    private static let names = Set(TimeZone.knownTimeZoneIdentifiers)

    /// Whether there is a zone of this name.
    public static func isKnown(_ name: String) -> Bool { name == "UTC" || names.contains(name) }
}
