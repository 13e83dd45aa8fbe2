/// Text from bytes that must be UTF-8.
public enum UTF8Text {
    /// The text of a file.
    /// - Throws: ``Refusal`` with code `bad-utf8` and the line and column of the first byte that is none.
    public static func decode(_ bytes: some Collection<UInt8>) throws(Refusal) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let (line, column) = fault(in: bytes)
        throw .invalid(
            line: line, column: column, "bad-utf8",
            "Line \(line), column \(column) is not UTF-8: save the file as UTF-8 and try again.")
    }

    private static func fault(in bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var (line, column) = (1, 1)
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            if scalar == "\n" {
                (line, column) = (line + 1, 1)
            } else if scalar != "\u{FEFF}" {
                column += 1
            }
        }
        return (line, column)
    }
}
