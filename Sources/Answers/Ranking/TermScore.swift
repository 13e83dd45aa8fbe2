/// BM25 over the terms of a query: a term's weight times a share that grows with its occurrences and falls with the length
/// of where it stands.
///
/// The sum is divided by the query's mass, so that it says how much of the query is met: 0 is nothing, 1 cannot be reached.
struct TermScore: Sendable {
    private let terms: SoughtTerms
    private let weights: [Float]
    /// The share for each measure of ``Postings``.
    private let measureShares: [Float]

    /// A term's postings in a segment, and how far they were added.
    struct Part: Sendable {
        fileprivate let weight: Float
        /// Where its runs end.
        fileprivate let end: Int
        fileprivate var run: Int
        fileprivate var place: Int
        /// The index of the next measure that stands apart.
        fileprivate var apart: Int

        fileprivate init(_ term: Int, weight: Float, in postings: Postings) {
            let runs = postings.runs(of: term)
            self.weight = weight
            end = runs.upperBound
            run = runs.lowerBound
            place = postings.start(of: term)
            apart = postings.key.firstIndex(notBelow: place)
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
        measureShares = Self.shares(saturation: saturation, averageLength: averageLength)
    }

    /// The postings of the terms in a segment, before its first window.
    func parts(_ postings: Postings, segment: Int) -> [Part] {
        weights.indices.compactMap { term in
            terms.number(of: term, in: segment).map { Part($0, weight: weights[term], in: postings) }
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

    /// What each code of some postings is worth; nothing where the measure stands apart.
    func shares(of key: MeasureKey) -> [Float] {
        key.common.map { measureShares[Int($0)] } + [0]
    }

    /// Adds the score of every unit of a window that has any of the terms.
    /// - Parameters:
    ///   - parts: go on from the window before.
    ///   - shares: what each code is worth.
    ///   - window: the units that the sums are of.
    func add(
        _ parts: inout [Part], of postings: Postings, _ shares: [Float], in window: Range<Int>,
        to sums: UnsafeMutableBufferPointer<Float>
    ) {
        guard let sums = sums.baseAddress else { return }
        postings.lows.withUnsafeBufferPointer { lows in
            postings.codes.withUnsafeBufferPointer { codes in
                shares.withUnsafeBufferPointer { shares in
                    guard let lows = lows.baseAddress, let codes = codes.baseAddress, let shares = shares.baseAddress
                    else { return }
                    for index in parts.indices {
                        var part = parts[index]
                        while part.run < part.end {
                            let high = Int(postings.highs[part.run]) << 16
                            guard high < window.upperBound else { break }
                            let runEnd = Int(postings.starts[part.run + 1])
                            let end =
                                window.upperBound - high > UInt16.max
                                ? runEnd
                                : postings.firstPlace(
                                    in: part.place..<runEnd, notBelow: UInt16(window.upperBound - high))
                            let sums = sums + (high - window.lowerBound)
                            for place in part.place..<end {
                                sums[Int(lows[place])] += part.weight * shares[Int(codes[place])]
                            }
                            addApart(&part, of: postings, before: end, to: sums)
                            part.place = end
                            guard end == runEnd else { break }
                            part.run += 1
                        }
                        parts[index] = part
                    }
                }
            }
        }
    }

    /// Adds the score of the units whose measures stand apart.
    private func addApart(
        _ part: inout Part, of postings: Postings, before end: Int, to sums: UnsafeMutablePointer<Float>
    ) {
        let key = postings.key
        while part.apart < key.places.count, key.places[part.apart] < end {
            let low = Int(postings.lows[Int(key.places[part.apart])])
            sums[low] += part.weight * measureShares[Int(key.measures[part.apart])]
            part.apart += 1
        }
    }

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
