/// The vectors of a segment's entries, one behind the other.
struct MeaningTable: Sendable {
    /// Which of an entry's texts a vector stands for.
    enum Role: UInt8, Sendable { case phrasing, text, tags }

    /// How many numbers each vector has; that of the first one decides, others are left out.
    var width = 0
    var numbers: [Int8] = []
    var scales: [Float] = []
    var roles: [Role] = []
    /// Where each entry's vectors begin, and where the last end; empty while no entry has any.
    var firsts: [UInt32] = []
    /// How many entries there are.
    var count = 0

    init() {}

    /// Whether no entry has any.
    var isEmpty: Bool { scales.isEmpty }

    /// Adds an entry's.
    mutating func append(_ meaning: EntryMeaning?) {
        if let meaning {
            for vector in meaning.phrasings.prefix(1 + IndexLimits.phrasings) {
                add(vector.numbers[...], vector.scale, .phrasing)
            }
            if let text = meaning.text { add(text.numbers[...], text.scale, .text) }
            if let tags = meaning.tags { add(tags.numbers[...], tags.scale, .tags) }
        }
        endEntry()
    }

    /// Adds those of another table's entry.
    mutating func append(_ slot: Int, of other: MeaningTable) {
        for vector in other.vectors(of: slot) {
            add(
                other.numbers[vector * other.width..<(vector + 1) * other.width], other.scales[vector],
                other.roles[vector])
        }
        endEntry()
    }

    private mutating func endEntry() {
        count += 1
        guard !isEmpty else { return }
        if firsts.isEmpty { firsts = Array(repeating: 0, count: count) }
        firsts.append(UInt32(scales.count))
    }

    private mutating func add(_ vector: ArraySlice<Int8>, _ scale: Float, _ role: Role) {
        if scales.isEmpty { width = vector.count }
        guard vector.count == width else { return }
        numbers += vector
        scales.append(scale)
        roles.append(role)
    }

    private func vectors(of slot: Int) -> Range<Int> {
        firsts.isEmpty ? 0..<0 : Int(firsts[slot])..<Int(firsts[slot + 1])
    }

    /// How near an entry's texts come to a query that is read in one or more ways: the cosine of the nearest, by role, 0 at
    /// least. Nil where nothing can be compared.
    func nearness(of slot: Int, to readings: [MeaningVector]) -> (phrasing: Float, text: Float, tags: Float)? {
        var nearest: (phrasing: Float, text: Float, tags: Float)?
        for reading in readings where reading.numbers.count == width {
            for vector in vectors(of: slot) {
                let cosine = max(0, cosine(vector, reading))
                var best = nearest ?? (0, 0, 0)
                switch roles[vector] {
                case .phrasing: best.phrasing = max(best.phrasing, cosine)
                case .text: best.text = max(best.text, cosine)
                case .tags: best.tags = max(best.tags, cosine)
                }
                nearest = best
            }
        }
        return nearest
    }

    private func cosine(_ vector: Int, _ reading: MeaningVector) -> Float {
        let sum = numbers.withUnsafeBufferPointer { numbers in
            reading.numbers.withUnsafeBufferPointer { other -> Int32 in
                guard let left = numbers.baseAddress, let right = other.baseAddress else { return 0 }
                return Self.product(left + vector * width, right, width)
            }
        }
        return Float(sum) * scales[vector] * reading.scale
    }

    /// Plain, so that the compiler multiplies many at a time.
    private static func product(_ left: UnsafePointer<Int8>, _ right: UnsafePointer<Int8>, _ count: Int) -> Int32 {
        var sum: Int32 = 0
        for place in 0..<count { sum &+= Int32(left[place]) &* Int32(right[place]) }
        return sum
    }
}
