/// How many typing errors lie between two words: letters left out, added, exchanged, or neighbors swapped (optimal string
/// alignment).
struct EditDistance {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var row: [Int] = []

    /// The distance in Unicode scalars; nil if it is above `limit`.
    static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        var distance = EditDistance()
        return distance.between(left, right, limit: limit)
    }

    /// The same, in memory that is used again from call to call.
    mutating func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: 0...right.count)
        for i in left.indices {
            swap(&beforeLast, &last)
            swap(&last, &row)
            row.removeAll(keepingCapacity: true)
            row.append(i + 1)
            var lowest = i + 1
            for j in right.indices {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
                lowest = min(lowest, best)
            }
            if lowest > limit { return nil }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
