import Foundation

/// IANA time zones.
public enum TimeZones {
    private static let names = Set(TimeZone.knownTimeZoneIdentifiers)

    /// Whether there is a zone of this name. Names of which the list of known ones has only an older spelling count, too
    /// (Asia/Kolkata); offsets and abbreviations do not: they know no summer.
    public static func isKnown(_ name: String) -> Bool {
        name == "UTC" || names.contains(name) || name.contains("/") && TimeZone(identifier: name) != nil
    }
}
