/// What the query means, beside what the entry's texts mean: for the question or phrasing that comes nearest, and a little for
/// the text and the tags. It needs vectors of both; where the query or the entry has none, the words alone count, in full.
struct MeaningSignal: Sendable {
    static let signal = Signal.meaning

    /// The ways in which the query is read: as typed, and with its spelling repaired.
    let readings: [MeaningVector]

    /// What it gives to an entry; nil where words alone count.
    func amount(of slot: Int, in meanings: MeaningTable) -> Float? {
        guard !readings.isEmpty, !meanings.isEmpty, let near = meanings.nearness(of: slot, to: readings) else {
            return nil
        }
        return max(0, near.phrasing + Weights.meaningBeside * (near.text + near.tags) - Weights.meaningFloor)
    }
}
