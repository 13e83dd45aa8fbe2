/// A seeded hash of a name's bytes: two multiplications for eight bytes, where a manifest has a million names to look up. Names are
/// told apart by their bytes alone, as XML does.
enum NameHash {
    private static let seed = (UInt64.random(in: 1...UInt64.max), UInt64.random(in: 1...UInt64.max) | 1)

    static func of(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { bytes in
            let (first, factor) = seed
            var hash = first ^ UInt64(bytes.count)
            var word: UInt64 = 0
            var filled = 0
            for byte in bytes {
                word = word << 8 | UInt64(byte)
                filled += 1
                if filled == 8 {
                    hash = mix(hash ^ word, factor)
                    (word, filled) = (0, 0)
                }
            }
            return mix(mix(hash ^ word, factor), first | 1)
        }
    }

    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
