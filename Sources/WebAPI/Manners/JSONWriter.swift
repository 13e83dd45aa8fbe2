/// Writes an `Encodable` as JSON in one pass, with the names of its fields in snake case: the words of the reply go straight
/// into one buffer, where `JSONEncoder` makes a tree of objects first.
///
/// Keys of dictionaries stay as they are, in the order of their letters. Containers must be filled one after the other, as
/// everything that the compiler synthesizes does it. Errors do not tell the path, which would cost more than the rest.
final class JSONWriter {
    private enum Frame {
        /// Nothing was written in it yet.
        case fresh
        /// A single value was.
        case value
        case object(isEmpty: Bool)
        case array(count: Int)
    }

    // A writer is one call's own and nothing holds on to what it changes: asking at each byte whether somebody else does
    // costs a tenth of a reply.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked) private var frames: [Frame] = []
    @exclusivity(unchecked) private var names: [String: [UInt8]] = [:]
    /// What was named so far in each open frame; kept in debug builds alone.
    private var named: [[String]] = []

    private init() { bytes.reserveCapacity(4096) }

    /// - Throws: `EncodingError` for a number that JSON cannot say, and what the value itself throws.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let writer = JSONWriter()
        try writer.writeAny(value)
        return writer.bytes
    }

    /// Writes a value of any kind as a frame of its own.
    func writeAny<Value: Encodable>(_ value: Value) throws {
        if let text = value as? String { return write(text) }
        let depth = frames.count
        frames.append(.fresh)
        if let dictionary = value as? any StringKeyed {
            try dictionary.write(to: JSONSpot(writer: self, depth: depth))
        } else {
            try value.encode(to: JSONSpot(writer: self, depth: depth))
        }
        close(to: depth)
    }

    // MARK: Frames

    /// Ends everything that is deeper.
    func close(to depth: Int) {
        while frames.count > depth {
            switch frames.removeLast() {
            case .fresh: bytes.append(contentsOf: "{}".utf8)
            case .value: break
            case .object: bytes.append(UInt8(ascii: "}"))
            case .array: bytes.append(UInt8(ascii: "]"))
            }
        }
    }

    /// Adds the frame of a nested container or a superclass.
    func open() -> Int {
        frames.append(.fresh)
        return frames.count - 1
    }

    func beginValue(_ depth: Int) {
        close(to: depth + 1)
        frames[depth] = .value
    }

    func beginObject(_ depth: Int) {
        close(to: depth + 1)
        guard case .fresh = frames[depth] else { return }
        bytes.append(UInt8(ascii: "{"))
        frames[depth] = .object(isEmpty: true)
    }

    func beginArray(_ depth: Int) {
        close(to: depth + 1)
        guard case .fresh = frames[depth] else { return }
        bytes.append(UInt8(ascii: "["))
        frames[depth] = .array(count: 0)
    }

    func name(_ key: String, asIs: Bool = false, _ depth: Int) {
        close(to: depth + 1)
        assert(isNew(key, depth), "\(key) is twice in one object")
        if case .object(isEmpty: false) = frames[depth] { bytes.append(UInt8(ascii: ",")) }
        frames[depth] = .object(isEmpty: false)
        if asIs { write(key) } else { writeName(key) }
        bytes.append(UInt8(ascii: ":"))
    }

    private func isNew(_ key: String, _ depth: Int) -> Bool {
        while named.count <= depth { named.append([]) }
        if case .object(isEmpty: true) = frames[depth] { named[depth] = [] }
        named[depth].append(key)
        return Set(named[depth]).count == named[depth].count
    }

    func nextElement(_ depth: Int) {
        close(to: depth + 1)
        if count(depth) > 0 { bytes.append(UInt8(ascii: ",")) }
        frames[depth] = .array(count: count(depth) + 1)
    }

    func count(_ depth: Int) -> Int {
        if case .array(let count) = frames[depth] { count } else { 0 }
    }

    // MARK: Values

    func writeNull() { bytes.append(contentsOf: "null".utf8) }
    func write(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }
    func write(_ value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

    func write(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "JSON has no \(value)"))
        }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return write(whole) }
        bytes.append(contentsOf: value.description.utf8)
    }

    func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: utf8[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }

    private func writeName(_ key: String) {
        if let known = names[key] { return bytes.append(contentsOf: known) }
        let start = bytes.count
        write(SnakeCase.of(key))
        names[key] = Array(bytes[start...])
    }
}
