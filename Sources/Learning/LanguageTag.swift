/// Language tags as BCP 47 (RFC 5646) spells them.
public enum LanguageTag {
    /// Whether the text has the shape of a tag: subtags of 1…8 letters or digits, the first of letters alone; at most 35
    /// characters. Whether such a language exists is not asked.
    public static func isPlausible(_ text: String) -> Bool {
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 35, let first = subtags.first, (2...8).contains(first.count) else { return false }
        return first.allSatisfy(isLetter)
            && subtags.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) && byte < 128 }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (48...57).contains(byte) }
}
