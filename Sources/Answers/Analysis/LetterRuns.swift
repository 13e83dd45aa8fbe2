/// The runs of four letters of a word, with a mark before and after it, so that beginnings and ends count.
///
/// They find what stemming and spelling miss: compounds, inflected forms of other languages, typing errors.
enum LetterRuns {
    static let length = 4
    private static let edge = UInt8(ascii: "_")

    /// The runs of a folded word, each as UTF-8. A word of one letter has none.
    static func runs(of word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var padded: [UInt8] = []
        padded.reserveCapacity(word.count + 2)
        padded.append(edge)
        padded.append(contentsOf: word)
        padded.append(edge)
        var letters = padded.indices.filter { padded[$0] & 0xC0 != 0x80 }
        letters.append(padded.count)
        guard letters.count > length else { return [] }
        return (0..<letters.count - length).map { padded[letters[$0]..<letters[$0 + length]] }
    }
}
