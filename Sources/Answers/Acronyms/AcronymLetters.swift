/// The letters of short forms, each as a number of one byte: folded ones of Latin, Greek and Cyrillic, which have capitals to write
/// short forms with, and digits.
enum AcronymLetters {
    /// Letters of one byte in UTF-8 stand for themselves, those of two for 0x80 and more.
    private static let scripts: [(letters: ClosedRange<UInt16>, first: UInt8)] = [
        (0x61...0x7A, 0x61), (0x3B1...0x3C9, 0x80), (0x430...0x45F, 0xA0),
    ]

    static func isDigit(_ letter: UInt8) -> Bool { (0x30...0x39).contains(letter) }

    /// What a folded word begins with; nil where it is none of these.
    static func first(of word: ArraySlice<UInt8>) -> UInt8? {
        guard let byte = word.first else { return nil }
        if isDigit(byte) { return byte }
        var value = UInt16(byte)
        // Two bytes begin with 0xC0 to 0xDF, those that follow have 0x80 to 0xBF.
        if (0xC0..<0xE0).contains(byte), let second = word.dropFirst().first {
            value = (value & 0x1F) << 6 | UInt16(second & 0x3F)
        }
        guard let script = scripts.first(where: { $0.letters.contains(value) }) else { return nil }
        return UInt8(value - script.letters.lowerBound) + script.first
    }

    /// The letters of a folded word; nil where it has others, or those of several scripts.
    static func all(of word: ArraySlice<UInt8>) -> [UInt8]? {
        var letters: [UInt8] = []
        var script: Int?
        var rest = word
        while !rest.isEmpty {
            guard let letter = first(of: rest) else { return nil }
            if !isDigit(letter) {
                let own = scripts.lastIndex { letter >= $0.first }
                guard script == nil || script == own else { return nil }
                script = own
            }
            letters.append(letter)
            rest = rest.dropFirst(letter < 0x80 ? 1 : 2)
        }
        return letters
    }
}
