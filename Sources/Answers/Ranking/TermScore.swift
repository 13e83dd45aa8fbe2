/// BM25 over the terms of a query: a term's weight times a share that grows with its occurrences and falls with the length
/// of where it stands.
///
/// The sum is divided by the query's mass, so that it says how much of the query is met: 0 is nothing, 1 cannot be reached.
struct TermScore: Sendable {
    private let terms: SoughtTerms
    private let weights: [Float]
    /// The share for each mark of ``Postings``.
    private let shares: [Float]

    /// A term's postings in a segment, and those of them that stand in the window that is looked at.
    struct Part: Sendable {
        let weight: Float
        /// Where the list ends.
        let end: Int
        /// The places in the window.
        private(set) var window: Range<Int>

        init(weight: Float, list: Range<Int>) {
            self.weight = weight
            end = list.upperBound
            window = list.lowerBound..<list.lowerBound
        }

        /// Goes on to the units behind the window, up to one.
        mutating func advance(to unit: UInt32, in postings: Postings) {
            window = window.upperBound..<postings.firstPlace(near: window.upperBound..<end, notBelow: unit)
        }
    }

    /// - Parameters:
    ///   - weight: what the signal counts for.
    ///   - plainWeight: what it counts for in plain words, if not the same.
    ///   - saturation: BM25's k1.
    ///   - averageLength: the mean length of a unit.
    init(
        _ terms: SoughtTerms, weight: Float, plainWeight: Float? = nil, saturation: Float = Weights.saturation,
        averageLength: Float
    ) {
        self.terms = terms
        let mass = max(terms.mass, .leastNormalMagnitude)
        weights = terms.weights.indices.map { term in
            terms.weights[term] / mass * (terms.isPlain[term] ? plainWeight ?? weight : weight)
        }
        shares = Self.shares(saturation: saturation, averageLength: averageLength)
    }

    /// The postings of the terms in a segment, before its first window.
    func parts(_ postings: Postings, segment: Int) -> [Part] {
        weights.indices.compactMap { term in
            terms.number(of: term, in: segment).map { Part(weight: weights[term], list: postings.list($0)) }
        }
    }

    private static func shares(saturation: Float, averageLength: Float) -> [Float] {
        let norms = (0..<LengthCode.count).map { code in
            saturation * (1 - Weights.lengthShare + Weights.lengthShare * LengthCode.length(code) / averageLength)
        }
        return (0...Postings.maximumCount).flatMap { count in
            norms.map { Float(count) / (Float(count) + $0) }
        }
    }

    /// The mean length of a unit, at least 1.
    static func average(_ sum: Int, of count: Int) -> Float {
        max(1, Float(sum) / Float(max(1, count)))
    }

    /// Adds the score of every unit of the window that has any of the terms.
    /// - Parameter first: the unit that the first of the sums is of.
    func add(_ parts: [Part], of postings: Postings, from first: Int, to sums: UnsafeMutableBufferPointer<Float>) {
        guard let sums = sums.baseAddress else { return }
        postings.units.withUnsafeBufferPointer { units in
            postings.marks.withUnsafeBufferPointer { marks in
                shares.withUnsafeBufferPointer { shares in
                    guard let units = units.baseAddress, let marks = marks.baseAddress, let shares = shares.baseAddress
                    else { return }
                    for part in parts {
                        for place in part.window {
                            sums[Int(units[place]) - first] +=
                                part.weight * shares[Int(marks[place] & Postings.measure)]
                        }
                    }
                }
            }
        }
    }

    /// The score of one unit.
    func amount(_ postings: Postings, segment: Int, unit: UInt32) -> Float {
        var sum: Float = 0
        for term in weights.indices {
            if let number = terms.number(of: term, in: segment), let mark = postings.mark(of: number, in: unit) {
                sum += weights[term] * shares[Int(mark & Postings.measure)]
            }
        }
        return sum
    }
}
