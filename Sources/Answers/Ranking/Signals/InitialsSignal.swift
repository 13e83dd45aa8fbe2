/// Words side by side in the question, a phrasing or a tag begin with the letters of what was typed: as much as a word repaired that
/// stands once in a phrasing of the usual length. No weight of its own.
struct InitialsSignal: Sendable {
    static let signal = Signal.initials

    /// What it gives in a segment.
    private struct Given: Sendable {
        /// The entries that it gives anything to, ascending.
        let slots: [UInt32]
        let amounts: [Float]

        init(_ amounts: [UInt32: Float]) {
            slots = amounts.keys.sorted()
            self.amounts = slots.map { amounts[$0] ?? 0 }
        }

        /// The first place whose slot is not below one.
        func place(notBelow slot: Int) -> Int {
            var low = 0
            var high = slots.count
            while low < high {
                let middle = (low + high) / 2
                if slots[middle] < slot { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// By segment; empty where no word may be initials.
    private let given: [Given]

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
        given = amounts.map(Given.init)
    }

    /// Whether it gives nothing to any entry.
    var isEmpty: Bool { given.isEmpty }

    /// Adds what it gives to some entries of a segment.
    /// - Parameter range: the entries that the sums are of.
    func add(segment: Int, _ range: Range<Int>, to sums: inout [Float]) {
        guard !given.isEmpty else { return }
        let given = given[segment]
        for place in given.place(notBelow: range.lowerBound)..<given.place(notBelow: range.upperBound) {
            sums[Int(given.slots[place]) - range.lowerBound] += given.amounts[place]
        }
    }

    /// What it gives to one entry.
    func amount(of slot: Int, segment: Int) -> Float {
        guard !given.isEmpty else { return 0 }
        let given = given[segment]
        let place = given.place(notBelow: slot)
        return place < given.slots.count && given.slots[place] == slot ? given.amounts[place] : 0
    }
}
