/// Lengths in seven bits: exact below 64, then in steps of about an eighth.
enum LengthCode {
    /// How many codes there are.
    static let count = 128

    /// The code of a length.
    static func code(_ length: Int) -> UInt16 {
        if length < 64 { return UInt16(max(0, length)) }
        // Eight steps for each doubling: the three bits below the highest.
        let shift = Int.bitWidth - 1 - length.leadingZeroBitCount - 3
        return UInt16(min(64 + (shift - 3) * 8 + (length >> shift) - 8, count - 1))
    }

    /// The middle of the lengths that share a code.
    static func length(_ code: Int) -> Float {
        if code < 64 { return Float(code) }
        let shift = (code - 64) / 8 + 3
        let low = ((code - 64) % 8 + 8) << shift
        return Float(low) + Float((1 << shift) - 1) / 2
    }
}
