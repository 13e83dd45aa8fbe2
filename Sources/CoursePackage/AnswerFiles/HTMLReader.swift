/// Goes through the tags and texts of HTML as people's editors write it. It takes anything: what is no tag is text.
struct HTMLReader {
    enum Part: Hashable {
        /// Its references resolved.
        case text(String)
        /// Empty when it says so itself, by `/>`.
        case start(name: String, attributes: [String: String], isEmpty: Bool)
        case end(name: String)
    }

    /// What stands between these tags is no text.
    private static let raw: Set = ["script", "style", "textarea", "title", "xmp"]

    private let bytes: [UInt8]
    /// Bytes that were read.
    private(set) var index = 0
    /// Whether a tag or comment was open at the end.
    private(set) var isCut = false
    /// Of ``raw``, those of which no end comes any more, so that it is not looked for at each.
    private var unended: Set<String> = []

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    /// The next part; nil at the end.
    mutating func next() -> Part? {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else { return text() }
            if bytes[index...].starts(with: "<!--".utf8) {
                skip(past: "-->")
            } else if let sign = at(1), sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?") {
                skip(past: ">")
            } else if at(1) == UInt8(ascii: "/"), at(2).map(Self.isLetter) == true {
                index += 2
                let name = name()
                skip(past: ">")
                return .end(name: name)
            } else if at(1).map(Self.isLetter) == true {
                return start()
            } else {
                return text()
            }
        }
        return nil
    }

    private func at(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    private mutating func text() -> Part {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(HTMLReferences.resolve(String(decoding: bytes[start..<index], as: UTF8.self)))
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, !Self.isSpace(bytes[index]), !"/>=".utf8.contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index].prefix(50), as: UTF8.self).lowercased()
    }

    private mutating func start() -> Part {
        index += 1
        let name = name()
        var attributes: [String: String] = [:]
        var isEmpty = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let before = index
            let attribute = self.name()
            skipSpace()
            if at(0) == UInt8(ascii: "="), !attribute.isEmpty {
                index += 1
                skipSpace()
                attributes[attribute] = HTMLReferences.resolve(value())
            }
            skipSpace()
            isEmpty = index == before && bytes[index] == UInt8(ascii: "/")
            if index == before { index += 1 }
        }
        if index >= bytes.count { isCut = true }
        index += 1
        if Self.raw.contains(name), !isEmpty { skipRaw(name) }
        return .start(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    private mutating func value() -> String {
        let quote = at(0).flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
        if quote != nil { index += 1 }
        let start = index
        while index < bytes.count,
            quote.map({ bytes[index] != $0 }) ?? !(Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: ">"))
        {
            index += 1
        }
        let value = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        if quote != nil { index += 1 }
        return value
    }

    private mutating func skipSpace() {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    }

    /// Passes over everything up to and with a mark; over the rest where it does not come.
    private mutating func skip(past mark: String) {
        if let found = place(of: mark) {
            index = found + mark.utf8.count
        } else {
            (index, isCut) = (bytes.count, true)
        }
    }

    /// Passes over what is no text, up to the tag that closes it; over nothing where none does.
    private mutating func skipRaw(_ name: String) {
        guard !unended.contains(name) else { return }
        if let found = place(of: "</\(name)") { index = found } else { unended.insert(name) }
    }

    /// Where a mark, in small letters, comes next.
    private func place(of mark: String) -> Int? {
        let mark = Array(mark.utf8)
        var place = index
        while place + mark.count <= bytes.count {
            if mark.indices.allSatisfy({ bytes[place + $0] == mark[$0] || bytes[place + $0] | 32 == mark[$0] }) {
                return place
            }
            place += 1
        }
        return nil
    }
}

/// References to characters in HTML.
enum HTMLReferences {
    /// Those that editors write by name; Markdown knows the others itself.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
        "laquo": "«", "raquo": "»", "bull": "•", "middot": "·", "euro": "€", "pound": "£", "copy": "©", "reg": "®",
        "trade": "™", "deg": "°", "times": "×", "rarr": "→", "larr": "←", "shy": "", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "ecirc": "ê", "agrave": "à", "aacute": "á", "acirc": "â", "ccedil": "ç", "iacute": "í", "oacute": "ó",
        "ocirc": "ô", "uacute": "ú", "ntilde": "ñ", "aring": "å", "Aring": "Å", "oslash": "ø", "Oslash": "Ø",
        "aelig": "æ", "Eacute": "É", "para": "¶", "sect": "§", "frac12": "½",
    ]

    static func resolve(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var resolved = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            resolved += rest[..<start]
            rest = rest[start...].dropFirst()
            guard let end = rest.prefix(12).firstIndex(of: ";"), let character = character(rest[..<end]) else {
                resolved += "&"
                continue
            }
            resolved += character
            rest = rest[end...].dropFirst()
        }
        return resolved + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.first == "#" else { return named[String(name)] }
        let digits = name.dropFirst()
        let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, let scalar = Unicode.Scalar(code) else { return nil }
        return scalar.value == 0xA0 ? " " : scalar.value < 0x20 ? " " : String(Character(scalar))
    }
}
