/// What was moved from one order of keys to another: the fewest that, put elsewhere, make the one of the other.
enum OutOfOrder {
    /// - Returns: those of the keys that both have.
    static func keys(from before: [String], to after: [String]) -> Set<String> {
        let places = Dictionary(before.enumerated().map { ($1, $0) }) { first, _ in first }
        let common = after.compactMap { key in places[key].map { (key: key, place: $0) } }
        // The longest run whose places rise stays where it is.
        var ends: [Int] = []
        var previous = [Int?](repeating: nil, count: common.count)
        for index in common.indices {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if common[ends[middle]].place < common[index].place { low = middle + 1 } else { high = middle }
            }
            previous[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var stays: Set<String> = []
        var index = ends.last
        while let place = index {
            stays.insert(common[place].key)
            index = previous[place]
        }
        return Set(common.map(\.key)).subtracting(stays)
    }
}
