/// What may be told of a series: the sum of whole blocks, see ``RuleOfFive``.
public struct ToldSeries: Hashable, Sendable {
    public var series: VoiceSeries
    /// How many people spoke.
    public var people: Int
    /// How often they spoke.
    public var voices: Int
    /// The mean of their numbers; nil of words.
    public var average: Double?
    /// In the order of their letters, so that nothing tells when they came; empty of numbers.
    public var words: [String]

    /// - Parameters:
    ///   - total: what their numbers add up to; nil of words.
    ///   - words: in any order.
    public init(_ series: VoiceSeries, people: Int, voices: Int, total: Int?, words: [String]) {
        self.series = series
        self.people = people
        self.voices = voices
        average = total.map { Double($0) / Double(voices) }
        self.words = words.sorted()
    }
}
