/// BM25 over the terms of a query: a term's weight times a share that grows with its occurrences and falls with the length
/// of where it stands.
///
/// The sum is divided by the query's mass, so that it says how much of the query is met: 0 is nothing, 1 cannot be reached.
struct TermScore: Sendable {
    private let terms: SoughtTerms
    private let weights: [Float]
    /// The share for each measure of ``Postings``.
    private let measureShares: [Float]

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
        measureShares = Self.shares(saturation: saturation, averageLength: averageLength)
    }

    /// The numbers of the terms in a segment, and what each counts for.
    func terms(in segment: Int) -> [(term: Int, weight: Float)] {
        weights.indices.compactMap { index in
            terms.number(of: index, in: segment).map { ($0, weights[index]) }
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

    /// What the codes of some postings are worth.
    func shares(of key: MeasureKey) -> CodeShares { CodeShares(measureShares, of: key) }

    /// The score of one unit.
    func amount(_ postings: Postings, segment: Int, unit: UInt32) -> Float {
        var sum: Float = 0
        for term in weights.indices {
            if let number = terms.number(of: term, in: segment), let measure = postings.measure(of: number, in: unit) {
                sum += weights[term] * measureShares[Int(measure)]
            }
        }
        return sum
    }
}
