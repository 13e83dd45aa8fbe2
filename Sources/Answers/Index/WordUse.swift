/// A word where it stands in an entry: its number, its place, and which of the word's spellings it is, packed so that sorting
/// brings each word's uses together, the first in front.
struct WordUse: Comparable {
    private let packed: UInt64

    /// - Parameters:
    ///   - word: its number in the vocabulary.
    ///   - place: how many words of the entry stand before it.
    ///   - spelling: below ``SpellingNumbers/most``.
    init(word: UInt32, place: Int = 0, spelling: UInt8) {
        packed = UInt64(word) << 32 | UInt64(place & ((1 << 27) - 1)) << 5 | UInt64(spelling)
    }

    /// The number in the vocabulary.
    var word: UInt32 { UInt32(packed >> 32) }
    /// Which spelling it is.
    var spelling: UInt8 { UInt8(packed & 31) }

    /// The same at another place.
    func at(_ place: Int) -> WordUse {
        WordUse(word: word, place: place, spelling: spelling)
    }

    static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}
