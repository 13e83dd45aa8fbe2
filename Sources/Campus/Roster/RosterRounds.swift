import Learning

/// The rows of a roster in the rounds in which they are taken: all of them; then those again whose e-mail was another row's and is
/// given away by it, those who swap together; then those whose manager came in by the second round.
struct RosterRounds {
    private let rows: [RosterRow]
    private var results: [Int: RosterResult] = [:]

    init(_ rows: [RosterRow]) {
        self.rows = rows
    }

    /// In the order of the lines, once the rounds are over.
    var inOrder: [RosterResult] { rows.compactMap { results[$0.line] }.sorted { $0.line < $1.line } }

    var first: [[RosterRow]] { rows.map { [$0] } }

    mutating func note(_ told: [RosterResult]) {
        for result in told { results[result.line] = result }
    }

    /// Those whose e-mail is free by now or will be, whoever gives it away before whoever gets it.
    /// - Parameter holder: who has an e-mail now.
    func second(_ holder: (String) throws -> Person?) throws -> [[RosterRow]] {
        let late = rows.filter { isRefused($0, "/email", "taken") }
        let places = Dictionary(
            late.indices.compactMap { index in results[late[index].line]?.person.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        let holders = try late.map { row in try Self.email(row).flatMap(holder) }
        /// Whether a row can be taken again; nil while that is not known.
        var isHopeful = [Bool?](repeating: nil, count: late.count)
        var units: [[RosterRow]] = []
        for start in late.indices where isHopeful[start] == nil {
            var chain: [Int] = []
            var onChain: [Int: Int] = [:]
            var next: Int? = start
            var ends = true
            while let index = next, isHopeful[index] == nil, onChain[index] == nil {
                onChain[index] = chain.count
                chain.append(index)
                next = holders[index].flatMap { places[$0.id] }
                ends = holders[index] == nil
            }
            if let index = next, let place = onChain[index] {
                units.append(chain[place...].map { late[$0] })
                for swapped in chain[place...] { isHopeful[swapped] = true }
                chain.removeSubrange(place...)
                ends = true
            } else if let index = next {
                ends = isHopeful[index] ?? false
            }
            for index in chain.reversed() {
                isHopeful[index] = ends
                if ends { units.append([late[index]]) }
            }
        }
        return units
    }

    /// Those who named somebody as their manager who came in only by the second round.
    func third(after second: [[RosterRow]]) -> [[RosterRow]] {
        var came = Set(second.joined().filter { results[$0.line]?.word != "refused" }.map(\.externalID))
        guard !came.isEmpty else { return [] }
        return rows.filter { row in
            guard isRefused(row, "/manager_external_id", "unknown-person"), case .set(let manager?) = row.manager,
                came.contains(manager)
            else { return false }
            came.insert(row.externalID)
            return true
        }.map { [$0] }
    }

    private func isRefused(_ row: RosterRow, _ pointer: String, _ code: String) -> Bool {
        guard case .refused(let detail) = results[row.line]?.outcome else { return false }
        return detail.pointer == pointer && detail.code == code
    }

    private static func email(_ row: RosterRow) -> String? {
        if case .set(let email) = row.email { email } else { nil }
    }
}
