import Synchronization

/// Room for the running sums of one search in one segment; used again from search to search.
struct ScoreBoard: Sendable {
    /// A sum for each entry.
    var entries: [Float] = []
    /// A sum for each phrasing.
    var phrasings: [Float] = []

    /// Makes room and sets everything to zero.
    mutating func clear(for segment: Segment) {
        Self.clear(&entries, segment.entries.count)
        Self.clear(&phrasings, segment.entries.phrasingEntries.count)
    }

    private static func clear(_ sums: inout [Float], _ count: Int) {
        if sums.count < count {
            sums = Array(repeating: 0, count: count)
        } else {
            sums.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: 0) }
        }
    }
}

/// Boards that no search uses right now.
final class ScoreBoardPool: Sendable {
    private let free = Mutex<[ScoreBoard]>([])

    /// Lends a board.
    func withBoard<Result>(_ body: (inout ScoreBoard) -> Result) -> Result {
        var board = free.withLock { $0.popLast() } ?? ScoreBoard()
        defer {
            let used = board
            free.withLock { if $0.count < 16 { $0.append(used) } }
        }
        return body(&board)
    }
}
