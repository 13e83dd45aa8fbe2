import Foundation

/// The index as one asker sees it. All counts are of visible entries alone, so that an asker's results, scores and repairs
/// are those of an index that holds nothing else.
struct VisibleIndex: Sendable {
    let segments: [LiveSegment]
    /// Which audiences of each segment belong to the sight.
    let visible: [[Bool]]
    /// How much there is to see.
    let totals: Totals

    init(_ snapshot: Snapshot, sight: Sight) {
        segments = snapshot.segments
        visible = segments.map { $0.segment.entries.visibleAudiences(to: sight) }
        var totals = Totals()
        for (segment, flags) in zip(segments, visible) {
            for audience in flags.indices where flags[audience] { totals += segment.totals[audience] }
        }
        self.totals = totals
    }

    /// In how many entries a word's key stands.
    func wordCount(_ key: some Collection<UInt8>) -> Int {
        var count = 0
        for (segment, flags) in zip(segments, visible) {
            if let number = segment.segment.wordKeys.number(of: key) {
                count += segment.wordCounts.count(number, visible: flags)
            }
        }
        return count
    }

    /// The rarity of what stands in `count` of `total` entries: BM25's inverse document frequency, never negative.
    static func rarity(_ count: Int, of total: Int) -> Float {
        Float(log(1 + (Double(total - count) + 0.5) / (Double(count) + 0.5)))
    }
}
