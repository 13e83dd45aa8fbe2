/// Writes a document as text: indented elements, escaped values, always well-formed.
public struct XMLWriter {
    /// The document so far; whole once every element is closed.
    public private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    public init() {}

    /// Writes an element with whatever `content` writes inside; `<name/>` when that is nothing. Attributes whose value
    /// is nil are left out.
    ///
    /// - Precondition: The names are XML names; they come from the program, never from a package.
    public mutating func element(
        _ name: String, _ attributes: [(name: String, value: String?)] = [], content: (inout XMLWriter) throws -> Void
    ) rethrows {
        begin(name, attributes)
        let mark = text.utf8.count
        text += ">\n"
        let inside = text.utf8.count
        depth += 1
        defer { depth -= 1 }
        try content(&self)
        if text.utf8.count == inside {
            text.utf8.count == mark ? () : text.removeLast(2)
            text += "/>\n"
        } else {
            text += indentation(depth - 1) + "</\(name)>\n"
        }
    }

    /// Writes an element that holds text alone; `<name/>` when it is empty.
    public mutating func element(
        _ name: String, _ attributes: [(name: String, value: String?)] = [], text value: String
    ) {
        begin(name, attributes)
        text += value.isEmpty ? "/>\n" : ">" + Self.escaped(value, inAttribute: false) + "</\(name)>\n"
    }

    private mutating func begin(_ name: String, _ attributes: [(name: String, value: String?)]) {
        precondition(Self.isName(name), "An element's name is an XML name.")
        text += indentation(depth) + "<" + name
        for case (let attribute, let value?) in attributes {
            precondition(Self.isName(attribute), "An attribute's name is an XML name.")
            text += " \(attribute)=\"" + Self.escaped(value, inAttribute: true) + "\""
        }
    }

    private func indentation(_ levels: Int) -> String { String(repeating: "  ", count: levels) }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return (first.properties.isAlphabetic || first == "_")
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0"..."9" ~= $0 || "_:-.".unicodeScalars.contains($0)
            }
    }

    /// The text with XML's own characters written as references. Characters that XML 1.0 cannot hold (§2.2: controls
    /// but tab, line feed and return) become U+FFFD; a carriage return, and in an attribute every tab and line feed, is
    /// written as a reference, as a parser would otherwise change it.
    static func escaped(_ text: String, inAttribute: Bool) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"" where inAttribute: out += "&quot;"
            case "\r": out += "&#13;"
            case "\n" where inAttribute: out += "&#10;"
            case "\t" where inAttribute: out += "&#9;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
