import Foundation

/// Cuts a text into words as BERT's uncased vocabularies expect them: lower case without accents, punctuation and ideographs
/// each on their own.
enum BasicWords {
    /// So much of a text is read; a model takes far less.
    static let mostScalars = 4000

    static func words(of text: some StringProtocol) -> [String] {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(mostScalars) where !isLeftOut(scalar) {
            if isSpace(scalar) {
                clean.append(" ")
            } else if isIdeograph(scalar) {
                clean.append(" ")
                clean.append(scalar)
                clean.append(" ")
            } else {
                clean.append(scalar)
            }
        }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in String(clean).decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == " " {
                end()
            } else if scalar.properties.generalCategory != .nonspacingMark {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                    if isPunctuation(lower) {
                        end()
                        words.append(String(lower))
                    } else {
                        word.append(lower)
                    }
                }
            }
        }
        end()
        return words
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    /// What stands for nothing that can be read: controls, marks of direction, what is not assigned.
    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": false
        case "\u{FFFD}": true
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .unassigned, .privateUse, .surrogate: true
            default: false
            }
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 33...47, 58...64, 91...96, 123...126: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    /// Chinese characters, as the blocks of Unicode have them; kana and hangul are words like others.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B820...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
