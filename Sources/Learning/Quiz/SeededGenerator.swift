/// SplitMix64: small, and the same on every machine and in every release, as a kept seed needs.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The items in another order (Fisher and Yates); the standard library's shuffle may change from release to release.
    public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var items = items
        for last in items.indices.dropFirst().reversed() {
            items.swapAt(last, Int(next() % UInt64(last + 1)))
        }
        return items
    }
}
