/// Writes one line of comma-separated values (RFC 4180).
public enum CSVLine {
    /// The fields, quoted where they must be, with CRLF at the end.
    ///
    /// A field that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an
    /// apostrophe in front, unless it is a plain number.
    public static func make(_ fields: [String]) -> String {
        fields.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
    }

    /// A field as it was before it was guarded.
    static func unguarded(_ field: String) -> String {
        guard field.first == "'" else { return field }
        let bare = String(field.dropFirst())
        return guarded(bare) == field ? bare : field
    }

    private static func guarded(_ field: String) -> String {
        // What looks guarded already is guarded as well, so that the apostrophe that is taken off is always ours.
        let bare = field.unicodeScalars.drop { $0 == "'" }
        guard let first = bare.first, "=+-@\t\r".unicodeScalars.contains(first) else { return field }
        return Double(field) == nil ? "'" + field : field
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { ",;\"\r\n".unicodeScalars.contains($0) }) else { return field }
        // By scalars: a quote with a mark over it is another character, and ends the field all the same.
        var quoted = "\"".unicodeScalars
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
