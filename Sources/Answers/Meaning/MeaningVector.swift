/// What a text means, as an encoder sees it: texts that mean alike point alike. Kept as 8-bit integers and one scale.
public struct MeaningVector: Hashable, Sendable {
    let numbers: [Int8]
    /// What an integer counts for.
    let scale: Float

    /// - Parameter numbers: a direction; its length does not count.
    /// - Returns: nil for what is no direction: nothing, only zeros, numbers that are none.
    public init?(_ numbers: [Float]) {
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0, length.isFinite, let most = numbers.lazy.map(abs).max(), most > 0 else { return nil }
        self.numbers = numbers.map { Int8(($0 / most * 127).rounded()) }
        scale = most / 127 / length
    }
}
