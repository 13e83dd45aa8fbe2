/// How many typing errors lie between two words: letters left out, added, exchanged, or neighbors swapped (optimal string
/// alignment).
enum EditDistance {
    /// The distance in Unicode scalars; nil if it is above `limit`.
    static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last: [Int] = []
        var row = Array(0...right.count)
        for i in 0..<left.count {
            (beforeLast, last) = (last, row)
            row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in 0..<right.count {
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            if row.min() ?? 0 > limit { return nil }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
