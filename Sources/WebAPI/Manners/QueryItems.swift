/// The items of an address after its question mark, as HTML forms write them (`a=1&b=two+words`, percent-encoded UTF-8).
struct QueryItems {
    private let query: Substring

    init(_ query: String?) {
        self.query = (query ?? "")[...]
    }

    /// The names, decoded, as often as they come.
    var names: [String] {
        query.utf8.split(separator: UInt8(ascii: "&")).map { item in
            String(decoding: Self.decoded(item.prefix { $0 != UInt8(ascii: "=") }), as: UTF8.self)
        }
    }

    /// The first item of a name, decoded; nil without one.
    func bytes(of name: String) -> [UInt8]? {
        for item in query.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = item.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard Self.decoded(parts[0]).elementsEqual(name.utf8) else { continue }
            return parts.count > 1 ? Self.decoded(parts[1]) : []
        }
        return nil
    }

    /// A percent sign that no two hexadecimal digits follow stands for itself.
    private static func decoded(_ text: Substring.UTF8View.SubSequence) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"):
                bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2)
                if digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
                    digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-")
                {
                    bytes.append(code)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default:
                bytes.append(byte)
            }
        }
        return bytes
    }
}
