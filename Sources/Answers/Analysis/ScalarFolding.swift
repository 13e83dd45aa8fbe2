import Foundation

/// What a Unicode scalar is to the tokenizer.
enum ScalarClass: UInt8 {
    /// Ends a word.
    case separator
    /// Part of a word: letters, digits, and the vowel signs of scripts that write vowels as marks.
    case letter
    /// As if it were not there: accents, joiners, direction marks, soft hyphens.
    case ignored
    /// A letter of a script that is written without spaces (Han, kana, Thai, …).
    case unspaced
    /// Joins or splits a word, depending on what follows.
    case apostrophe
}

/// Case and accents taken off, one scalar at a time: compatibility decomposition (Unicode Standard Annex 15, NFKD), the
/// accents of alphabetic scripts dropped, lower case, and the letters that Unicode does not decompose but people type
/// plainly (ß, ø, ł, ı, …) written out.
///
/// Scalars below U+3000 come from a table that is built once, at the first word that is not ASCII.
struct ScalarFolding: Sendable {
    private static let tableEnd: UInt32 = 0x3000
    private static let shared = ScalarFolding()

    private var classes: [UInt8] = []
    private var offsets: [UInt32] = [0]
    private var bytes: [UInt8] = []

    private init() {
        classes.reserveCapacity(Int(Self.tableEnd))
        offsets.reserveCapacity(Int(Self.tableEnd) + 1)
        for value in 0..<Self.tableEnd {
            if let scalar = Unicode.Scalar(value) {
                let (kind, folded) = Self.computed(scalar)
                classes.append(kind.rawValue)
                bytes.append(contentsOf: folded)
            }
            offsets.append(UInt32(bytes.count))
        }
    }

    /// Appends the folded form, in UTF-8, to `word` and says what the scalar is.
    static func fold(_ scalar: Unicode.Scalar, into word: inout [UInt8]) -> ScalarClass {
        if scalar.value < tableEnd {
            let table = shared
            let slot = Int(scalar.value)
            word.append(contentsOf: table.bytes[Int(table.offsets[slot])..<Int(table.offsets[slot + 1])])
            return ScalarClass(rawValue: table.classes[slot]) ?? .separator
        }
        if (0x3400...0x9FFF).contains(scalar.value) {  // Han folds to itself.
            word.append(contentsOf: UTF8.encode(scalar) ?? .init())
            return .unspaced
        }
        let (kind, folded) = computed(scalar)
        word.append(contentsOf: folded)
        return kind
    }

    /// Whether a text ends within a word: what stands last, accents and the like aside, is a letter or a digit.
    static func endsInWord(_ text: String) -> Bool {
        var folded: [UInt8] = []
        for scalar in text.unicodeScalars.reversed() {
            switch fold(scalar, into: &folded) {
            case .ignored: continue
            case .letter, .unspaced: return true
            case .separator, .apostrophe: return false
            }
        }
        return false
    }

    private static func computed(_ scalar: Unicode.Scalar) -> (ScalarClass, [UInt8]) {
        if isApostrophe(scalar) { return (.apostrophe, []) }
        if isIgnored(scalar) { return (.ignored, []) }
        guard isWordScalar(scalar) else { return (.separator, []) }
        var folded: [UInt8] = []
        for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
            for lower in part.properties.lowercaseMapping.unicodeScalars where !isIgnored(lower) {
                if let plain = plainLetters[lower] {
                    folded.append(contentsOf: plain.utf8)
                } else if isWordScalar(lower) {
                    folded.append(contentsOf: UTF8.encode(lower) ?? .init())
                }
            }
        }
        if folded.isEmpty { return (.ignored, []) }
        return (isUnspaced(scalar) ? .unspaced : .letter, folded)
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x2018, 0x2019, 0x02BC, 0xFF07: true
        default: false
        }
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7,
            0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xE0100...0xE01EF:
            true
        default: scalar.properties.generalCategory == .format
        }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Letters without a decomposition, as people type them on a plain keyboard.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ß": "ss", "ς": "σ", "ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ħ": "h", "ŋ": "n", "ŧ": "t", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي",
    ]
}
