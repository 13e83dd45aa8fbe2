import Foundation

/// How names and titles sort: folded in Swift, so that every database orders alike.
public enum SortKey {
    /// The text without case, accents and width; where two texts differ in nothing else their ids decide.
    public static func make(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
