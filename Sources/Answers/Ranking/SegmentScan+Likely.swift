extension SegmentScan {
    /// How many units of the rarest list are looked at.
    private static let samples = 128

    /// Some entries of the segment that are likely to score high, those that seem best first: of the phrasings that have the query's rarest
    /// word those that have most of the others. None where no phrasing has any.
    func likelySlots(_ most: Int) -> [Int] {
        guard let source = sources.firstIndex(where: \.isByPhrasing) else { return [] }
        let postings = sources[source].postings
        let words = lists.filter { $0.source == source && postings.count(of: $0.term) > 0 }
        guard let rarest = words.min(by: { postings.count(of: $0.term) < postings.count(of: $1.term) }) else {
            return []
        }
        let step = max(1, postings.count(of: rarest.term) / Self.samples)
        var units: [(amount: Float, unit: Int)] = []
        var index = 0
        postings.forEach(rarest.term) { unit, _ in
            if index % step == 0 { units.append((words.reduce(0) { $0 + amount(of: $1, in: unit) }, Int(unit))) }
            index += 1
        }
        units.sort { $0.amount > $1.amount }
        var slots: [Int] = []
        for (_, unit) in units where slots.count < most {
            let slot = Int(entries.phrasingEntries[unit])
            if !slots.contains(slot) { slots.append(slot) }
        }
        return slots
    }

    /// What a list gives to a unit of the segment.
    private func amount(of list: List, in unit: UInt32) -> Float {
        let source = sources[list.source]
        guard let measure = source.postings.measure(of: list.term, in: unit) else { return 0 }
        return list.weight * source.shares.byMeasure[Int(measure)]
    }
}
