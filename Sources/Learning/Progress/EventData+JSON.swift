/// Data as the record keeps it: JSON with sorted keys, so that the same data is the same text. Written for every event that
/// is recorded, hence by hand; read with `Codable`.
extension EventData {
    public var json: String {
        var fields: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append("\"\(name)\":\(value)") }
        }
        add("code", code.map(Self.quoted))
        add("commitment", commitment.map(Self.quoted))
        add("interactions", interactions.map(Self.quoted))
        add("link", link.map(Self.quoted))
        add("location", location.map(Self.quoted))
        add("nextOn", nextOn.map(Self.quoted))
        add("score", score.map { "\($0)" })
        add("scores", scores.map { Self.object($0.mapValues { "\($0)" }) })
        add("seconds", seconds.map { "\($0)" })
        add("source", source.map { Self.quoted($0.description) })
        add("state", state.map(Self.quoted))
        add("success", success.map { $0 ? "true" : "false" })
        add("text", text.map(Self.quoted))
        add("words", words.map { Self.object($0.mapValues(Self.quoted)) })
        return "{" + fields.joined(separator: ",") + "}"
    }

    private static func object(_ values: [String: String]) -> String {
        "{" + values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A JSON string (RFC 8259 §7).
    private static func quoted(_ text: String) -> String {
        var text = text
        let quoted: String? = text.withUTF8 { bytes in
            guard bytes.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return nil }
            var out: [UInt8] = [0x22]
            out.reserveCapacity(bytes.count + 16)
            for byte in bytes {
                switch byte {
                case 0x22, 0x5C: out += [0x5C, byte]
                case 0x0A: out += Array("\\n".utf8)
                case 0x0D: out += Array("\\r".utf8)
                case 0x09: out += Array("\\t".utf8)
                case 0..<0x20:
                    let digits = Array("0123456789abcdef".utf8)
                    out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                default: out.append(byte)
                }
            }
            out.append(0x22)
            return String(decoding: out, as: UTF8.self)
        }
        return quoted ?? "\"\(text)\""
    }
}
