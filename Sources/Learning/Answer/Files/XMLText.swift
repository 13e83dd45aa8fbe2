/// Text as XML 1.0 writes it.
enum XMLText {
    static func escape(_ text: String) -> String { escape(text) { $0 == "\r" } }

    /// A value between double quotes: an attribute's white space would be read as spaces.
    static func attribute(_ text: String) -> String { escape(text) { "\"\t\n\r".unicodeScalars.contains($0) } }

    private static func escape(_ text: String, numbered isNumbered: (Unicode.Scalar) -> Bool) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case _ where isNumbered(scalar): written += "&#\(scalar.value);"
            case "\t", "\n", "\r": written.unicodeScalars.append(scalar)
            // XML 1.0 has no way to write these (§2.2).
            case _ where scalar.value < 0x20 || 0xFFFE...0xFFFF ~= scalar.value: written += "\u{FFFD}"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written
    }
}
