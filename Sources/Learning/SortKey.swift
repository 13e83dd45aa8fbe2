import Foundation

/// Text as both databases sort and compare it: folded here, ordered there by code point.
public enum SortKey {
    /// Lower case, without accents, with single spaces: "Åsa  Öberg" becomes "asa oberg".
    public static func make(_ text: String) -> String {
        let folded = text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(folded)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The key from the start of every word, so that a prefix of any word finds it: "asa oberg", "oberg".
    public static func suffixes(_ key: String) -> [String] {
        let words = key.split(separator: " ")
        return words.indices.map { words[$0...].joined(separator: " ") }
    }

    /// The first text that no longer starts with `prefix`, for `key >= prefix AND key < bound`.
    public static func bound(_ prefix: String) -> String { prefix + "\u{10FFFF}" }
}
