/// Words side by side in the question, a phrasing or a tag begin with the letters of what was typed: as much as a word repaired that
/// stands once in a phrasing of the usual length. No weight of its own.
struct InitialsSignal: Sendable {
    static let signal = Signal.initials

    /// What it gives, by segment and slot; empty where no word may be initials.
    private let amounts: [[UInt32: Float]]

    /// - Parameter mass: of the whole query.
    init(_ words: [SoughtWord], mass: Float) {
        var amounts: [[UInt32: Float]] = []
        let whole = Weights.repaired * (Weights.phrasing + Weights.words) / (1 + Weights.saturation)
        for word in words where !word.initials.isEmpty {
            if amounts.isEmpty { amounts = Array(repeating: [:], count: word.initials.count) }
            let amount = whole * word.mass * word.share / max(mass, .leastNormalMagnitude)
            for (segment, slots) in word.initials.enumerated() {
                for slot in slots { amounts[segment][slot, default: 0] += amount }
            }
        }
        self.amounts = amounts
    }

    /// Adds what it gives to the entries of a segment.
    func add(segment: Int, to sums: inout [Float]) {
        guard !amounts.isEmpty else { return }
        for (slot, amount) in amounts[segment] { sums[Int(slot)] += amount }
    }

    /// What it gives to one entry.
    func amount(of slot: Int, segment: Int) -> Float {
        amounts.isEmpty ? 0 : amounts[segment][UInt32(slot)] ?? 0
    }
}
