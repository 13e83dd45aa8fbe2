/// Goes through a JSON text (RFC 8259) value by value, and knows at every moment at which line and column it stands. A name
/// that stands twice in one object is refused: which of the two is meant nobody knows.
public struct JSONReader {
    private let bytes: [UInt8]
    /// Levels of objects and arrays.
    private let levels: Limit
    private var index = 0
    private var depth = 0
    /// The place that was counted to last.
    private var counted = (index: 0, position: FilePosition(line: 1))

    /// - Parameter text: may begin with a byte order mark.
    public init(_ text: String, levels: Limit) {
        let mark = Array("\u{FEFF}".utf8)
        let bytes = Array(text.utf8)
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        self.levels = levels
    }

    /// What begins here.
    public enum Kind: Sendable { case object, array, text, number, boolean, null, nothing }

    /// Passes over white space and says what stands behind it.
    public mutating func peek() -> Kind {
        skipSpace()
        guard index < bytes.count else { return .nothing }
        return switch bytes[index] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .text
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .nothing
        }
    }

    /// Where the reader stands.
    public mutating func position() -> FilePosition {
        var place = counted.position
        for byte in bytes[counted.index..<index] {
            if byte == 0x0A {
                place = FilePosition(line: place.line + 1)
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        counted = (index, place)
        return place
    }

    /// Reads an object: `member` is called for each name, with where it stands, and reads its value.
    public mutating func object(
        _ member: (_ name: String, _ at: FilePosition, inout JSONReader) throws -> Void
    ) throws {
        try open(UInt8(ascii: "{"), "an object")
        var names: Set<String> = []
        if try !closes(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                let place = position()
                let name = try text()
                guard names.insert(name).inserted else {
                    throw Refusal.invalid(
                        line: place.line, column: place.column, "name-twice",
                        "The name \"\(name.prefix(50))\" stands twice in one object: keep one of the two.")
                }
                try expect(UInt8(ascii: ":"), "a colon")
                try member(name, place, &self)
            } while try goesOn(to: UInt8(ascii: "}"))
        }
        depth -= 1
    }

    /// Reads an array: `item` is called for each item and reads it.
    public mutating func array(_ item: (inout JSONReader) throws -> Void) throws {
        try open(UInt8(ascii: "["), "an array")
        if try !closes(UInt8(ascii: "]")) {
            repeat { try item(&self) } while try goesOn(to: UInt8(ascii: "]"))
        }
        depth -= 1
    }

    /// Reads a string.
    public mutating func text() throws -> String {
        try expect(UInt8(ascii: "\""), "a string")
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escaped(into: &text)
            case 0..<0x20:
                index -= 1
                throw fault("A string holds no line end, tab or other control character: write \\n, \\t or \\u00XX.")
            default: text.append(byte)
            }
        }
        throw fault("The text ends within a string.")
    }

    /// Passes over a value of any kind; it is held to the grammar all the same.
    public mutating func skip() throws {
        switch peek() {
        case .object: try object { _, _, reader in try reader.skip() }
        case .array: try array { reader in try reader.skip() }
        case .text: _ = try text()
        case .number: try number()
        case .boolean, .null: try word()
        case .nothing:
            throw fault(index < bytes.count ? "No value begins so." : "The text ends where a value is expected.")
        }
    }

    /// Reads the end of the text.
    public mutating func end() throws {
        guard peek() == .nothing, index == bytes.count else { throw fault("Something follows behind the end.") }
    }

    // MARK: Parts

    private mutating func fault(_ message: String) -> Refusal {
        let place = position()
        return .invalid(
            line: place.line, column: place.column, "bad-json",
            "Line \(place.line), column \(place.column) is not JSON. \(message)")
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    private mutating func expect(_ byte: UInt8, _ what: String) throws {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else {
            throw fault("\(what.prefix(1).uppercased())\(what.dropFirst()) is expected.")
        }
        index += 1
    }

    private mutating func open(_ byte: UInt8, _ what: String) throws {
        try expect(byte, what)
        depth += 1
        guard depth <= levels.value else {
            let place = position()
            throw Refusal.tooMany(levels, line: place.line, column: place.column)
        }
    }

    private mutating func closes(_ byte: UInt8) throws -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Whether a comma follows; otherwise the end must.
    private mutating func goesOn(to end: UInt8) throws -> Bool {
        if try closes(UInt8(ascii: ",")) { return true }
        try expect(end, "a comma or \"\(Character(Unicode.Scalar(end)))\"")
        return false
    }

    private mutating func word() throws {
        for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return
        }
        throw fault("No value begins so.")
    }

    private mutating func number() throws {
        func digits(_ reader: inout JSONReader) -> Int {
            let start = reader.index
            while reader.index < reader.bytes.count, (48...57).contains(reader.bytes[reader.index]) {
                reader.index += 1
            }
            return reader.index - start
        }
        func takes(_ signs: String, _ reader: inout JSONReader) -> Bool {
            guard reader.index < reader.bytes.count, signs.utf8.contains(reader.bytes[reader.index]) else {
                return false
            }
            reader.index += 1
            return true
        }
        _ = takes("-", &self)
        if !takes("0", &self), digits(&self) == 0 { throw fault("A number is written in digits.") }
        if takes(".", &self), digits(&self) == 0 { throw fault("Digits follow the point of a number.") }
        if takes("eE", &self) {
            _ = takes("+-", &self)
            if digits(&self) == 0 { throw fault("Digits follow the e of a number.") }
        }
    }

    private mutating func escaped(into text: inout [UInt8]) throws {
        guard index < bytes.count else { throw fault("The text ends within a string.") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if 0xD800...0xDBFF ~= code {
                // Half of a character; the other half must follow (RFC 8259 §7).
                guard bytes[index...].starts(with: "\\u".utf8) else { throw fault("Half of a character stands alone.") }
                index += 2
                let low = try hexadecimal()
                guard 0xDC00...0xDFFF ~= low else { throw fault("Half of a character stands alone.") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault("Half of a character stands alone.") }
            text.append(contentsOf: Character(scalar).utf8)
        default:
            index -= 1
            throw fault("A string knows no such escape; a backslash is written twice.")
        }
    }

    private mutating func hexadecimal() throws -> UInt32 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("Four hexadecimal digits follow \\u.") }
        index += 4
        return code
    }
}
