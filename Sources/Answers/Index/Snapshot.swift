/// The whole index at one moment. Searches work on one, whatever happens meanwhile.
struct Snapshot: Sendable {
    /// Old and large first.
    var segments: [LiveSegment] = []
    var thesaurus = Thesaurus()

    /// How many entries there are.
    var count: Int { segments.reduce(0) { $0 + $1.count } }

    /// Takes out the entries with these numbers.
    mutating func remove(_ numbers: some Sequence<UInt32>) {
        var slots = Array(repeating: [Int](), count: segments.count)
        for number in numbers {
            for (index, segment) in segments.enumerated() {
                if let slot = segment.slot(of: number) { slots[index].append(slot) }
            }
        }
        for index in segments.indices { segments[index].remove(slots[index]) }
        segments.removeAll { $0.count == 0 }
    }

    /// The neighboring segments that should become one, if any: small ones before they are many, and one that has lost a
    /// third of its entries. A segment is left alone while it is more than three times all that follow it.
    var dueForMerge: Range<Int>? {
        if let holed = segments.firstIndex(where: { $0.segment.entries.count > $0.count + $0.count / 2 }) {
            return holed..<holed + 1
        }
        guard var total = segments.last?.count else { return nil }
        var start = segments.count - 1
        while start > 0, segments[start - 1].count <= 3 * total {
            start -= 1
            total += segments[start].count
        }
        return start < segments.count - 1 ? start..<segments.count : nil
    }

    /// Puts the merged segment in the place of its sources, less what was taken out of those in the meantime.
    mutating func replace(_ sources: [LiveSegment], with merged: Segment) {
        var result = LiveSegment(merged)
        var lost: [Int] = []
        var place: Int?
        for source in sources {
            let index = segments.firstIndex { $0.segment === source.segment }
            let now = index.map { segments.remove(at: $0) }
            place = place ?? index
            for slot in 0..<source.segment.entries.count where !source.isRemoved(slot) {
                guard now?.isRemoved(slot) ?? true else { continue }
                if let slot = merged.slot(of: source.segment.entries.numbers[slot]) { lost.append(slot) }
            }
        }
        result.remove(lost)
        if let place, result.count > 0 { segments.insert(result, at: place) }
    }
}
