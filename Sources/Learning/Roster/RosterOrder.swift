/// Puts the rows of a roster into the order in which they can be taken, and says which cannot.
struct RosterOrder {
    let rows: [RosterRow]

    init(_ rows: [RosterRow]) {
        var rows = rows
        var first: [String: Int] = [:]
        for index in rows.indices where !rows[index].externalID.isEmpty {
            if let earlier = first[rows[index].externalID] {
                rows[index].fault = .init(
                    pointer: "/external_id", code: "person-twice",
                    message: "This person stands on line \(rows[earlier].line) already.")
            } else {
                first[rows[index].externalID] = index
            }
        }
        func manager(of index: Int) -> Int? {
            guard case .set(let name?) = rows[index].manager else { return nil }
            return first[name]
        }
        // How many managers stand above each, within the table: up until somebody is known, or met again.
        var heights = [Int?](repeating: nil, count: rows.count)
        for start in rows.indices where heights[start] == nil {
            var chain: [Int] = []
            var places: [Int: Int] = [:]
            var next: Int? = start
            while let index = next, heights[index] == nil, places[index] == nil {
                places[index] = chain.count
                chain.append(index)
                next = manager(of: index)
            }
            var height = next.flatMap { heights[$0] }.map { $0 + 1 } ?? 0
            if let index = next, let place = places[index] {
                for looped in chain[place...] where rows[looped].fault == nil {
                    rows[looped].fault = .init(
                        pointer: "/manager_external_id", code: "manager-loop",
                        message: "By this table the person is their own manager, in the end: "
                            + Self.names(chain[place...].map { rows[$0].externalID }) + ".")
                }
            }
            for index in chain.reversed() {
                heights[index] = height
                height += 1
            }
        }
        self.rows = rows.indices.sorted { one, other in
            let (left, right) = (rows[one].isHere == false, rows[other].isHere == false)
            guard left == right else { return !left }
            let (low, high) = (heights[one] ?? 0, heights[other] ?? 0)
            // Of those who leave, whoever reports to another goes first: nobody is moved up to be let go.
            return low == high ? one < other : (low < high) != left
        }.map { rows[$0] }
    }

    private static func names(_ loop: [String]) -> String {
        (loop.prefix(5) + (loop.count > 5 ? ["…"] : []) + loop.prefix(1)).joined(separator: " → ")
    }
}
