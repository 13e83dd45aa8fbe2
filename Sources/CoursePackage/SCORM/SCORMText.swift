import Foundation

/// What texts of a manifest come to.
enum SCORMText {
    /// Characters of a title.
    static let titleLimit = 500

    /// The text on one line: runs of white space are one space.
    static func line(_ bytes: [UInt8]) -> String {
        var isPlain = true
        var before: UInt8 = 0x20
        for byte in bytes {
            // What is not ASCII may be white space as well; a tab, an end of line or a second space is to be folded.
            if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && before == 0x20) {
                isPlain = false
                break
            }
            before = byte
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return isPlain && before != 0x20 ? text : CurriculumElement.line(text)
    }

    static func cut(_ line: String) -> String {
        line.utf8.count > titleLimit ? String(line.prefix(titleLimit)) : line
    }

    /// A version as the standard writes it, without what exporters put before it: “SCORM 1.2”, “ADL SCORM 2004 3rd Edition”.
    /// What names no version is left as it is.
    static func version(_ written: String) -> String {
        let lower = written.lowercased()
        let known: Set<String> = ["adl", "scorm", "version", "v"]
        for version in ["1.2", "2004", "cam 1.3"] {
            guard let place = lower.range(of: version) else { continue }
            let before = lower[..<place.lowerBound]
            let words = before.split { !$0.isLetter && !$0.isNumber }
            guard before.allSatisfy(\.isASCII), words.allSatisfy({ known.contains(String($0)) }) else { continue }
            let rest = String(written.dropFirst(before.count))
            return version == "cam 1.3" ? "CAM" + rest.dropFirst(3) : rest
        }
        return written
    }

    /// Without white space around it.
    static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last, isEdge(first) || isEdge(last) else { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether a byte may belong to white space.
    private static func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

    /// A number, also with a decimal comma or a percent sign behind it, as some exporters write; nil for anything else.
    static func number(_ text: String) -> Double? {
        var digits = trimmed(text)
        if digits.utf8.last == UInt8(ascii: "%") { digits = trimmed(String(digits.dropLast())) }
        var isPlain = !digits.isEmpty
        var hasComma = false
        for byte in digits.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): break
            case UInt8(ascii: ","): hasComma = true
            default: isPlain = false
            }
        }
        guard isPlain else { return nil }
        return Double(hasComma ? digits.replacing(",", with: ".") : digits)
    }

    /// `true`, `1`, `yes`; nil for what says neither that nor the opposite.
    static func flag(_ text: String) -> Bool? {
        if text == "true" { return true }
        return switch trimmed(text).lowercased() {
        case "true", "1", "yes": true
        case "false", "0", "no": false
        default: nil
        }
    }
}
