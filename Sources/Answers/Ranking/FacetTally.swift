/// Counts hits by kind, course and tag, one segment after another.
struct FacetTally {
    private struct Spelled {
        var count = 0
        var spellings: [String: Int] = [:]
    }

    private var total = 0
    private var kinds: [EntryKind: Int] = [:]
    private var courses: [UInt32: Int] = [:]
    private var tags: [[UInt8]: Spelled] = [:]
    /// How often each tag of the segment was counted, by the way it is written.
    private var written: [Int] = []

    /// Counts a hit of the segment that was begun.
    mutating func count(_ slot: Int, in entries: EntryTable) {
        total += 1
        kinds[entries.kinds[slot], default: 0] += 1
        if let course = entries.places[slot].course { courses[course, default: 0] += 1 }
        for tag in entries.tags.tags(of: slot) { written[Int(tag)] += 1 }
    }

    /// Begins a segment.
    mutating func begin(_ entries: EntryTable) { written = Array(repeating: 0, count: entries.tags.count) }

    /// Ends the segment that was begun.
    mutating func end(_ entries: EntryTable) {
        for (number, count) in written.enumerated() where count > 0 {
            let key = Array(entries.tags.key(number))
            tags[key, default: Spelled()].count += count
            tags[key, default: Spelled()].spellings[entries.tags.text(number), default: 0] += count
        }
    }

    /// What was counted.
    /// - Parameter most: how many tags are told.
    func facets(most: Int) -> Facets {
        let named = tags.values.map { tag in
            let spelling = tag.spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }
            return Facets.Share(value: spelling?.key ?? "", count: tag.count)
        }
        return Facets(
            total: total,
            kinds: EntryKind.allCases.compactMap { kind in kinds[kind].map { Facets.Share(value: kind, count: $0) } },
            courses: courses.map { Facets.Share(value: $0.key, count: $0.value) }
                .sorted { ($1.count, $0.value) < ($0.count, $1.value) },
            tags: Array(named.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(most)))
    }
}
