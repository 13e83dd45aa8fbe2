/// How many different names there are among many, in eight bytes a different name.
struct DistinctCount {
    private var hashes: [UInt64] = []
    /// When repetitions are thrown away next.
    private var limit = 1 << 12

    mutating func add(_ name: String) {
        hashes.append(ReferenceTable.hash(name))
        guard hashes.count >= limit else { return }
        throwRepetitionsAway()
        limit = max(limit, hashes.count * 2)
    }

    var count: Int {
        var copy = self
        copy.throwRepetitionsAway()
        return copy.hashes.count
    }

    private mutating func throwRepetitionsAway() {
        hashes.sort()
        var kept = 0
        for index in hashes.indices where index == 0 || hashes[index] != hashes[kept - 1] {
            hashes[kept] = hashes[index]
            kept += 1
        }
        hashes.removeSubrange(kept...)
    }
}
