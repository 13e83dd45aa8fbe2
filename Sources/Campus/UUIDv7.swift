import Learning

/// UUIDs that sort by the time they were made (RFC 9562 §5.7).
public enum UUIDv7 {
    /// Lower-case text of a new one: 48 bits of milliseconds, 74 random bits.
    public static func make() -> String {
        var random = SystemRandomNumberGenerator()
        let high =
            UInt64(Instant.system.milliseconds) << 16 | 0x7000 | UInt64(UInt16.random(in: 0...0x0FFF, using: &random))
        let low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = hexadecimal(high) + hexadecimal(low)
        var text = ""
        text.reserveCapacity(36)
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
