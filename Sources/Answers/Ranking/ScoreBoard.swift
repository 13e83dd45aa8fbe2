import Synchronization

/// Room for the running sums of one search in one segment; used again from search to search.
struct ScoreBoard: Sendable {
    /// A sum for each entry.
    var entries: [Float] = []
    /// A sum for each phrasing.
    var phrasings: [Float] = []
    /// What the meaning gives to each entry, -1 where words alone count.
    private(set) var meanings: [Float] = []
    /// Whether the meaning gives anything to any entry.
    private(set) var hasMeanings = false

    /// Makes room and sets everything to zero.
    mutating func clear(for segment: Segment) {
        Self.clear(&entries, segment.entries.count)
        Self.clear(&phrasings, segment.entries.phrasingEntries.count)
        if hasMeanings { meanings.withUnsafeMutableBufferPointer { $0.update(repeating: -1) } }
        hasMeanings = false
        if meanings.count < segment.entries.count { meanings = Array(repeating: -1, count: segment.entries.count) }
    }

    /// Notes what the meaning gives to an entry.
    mutating func note(meaning amount: Float, of slot: Int) {
        meanings[slot] = amount
        hasMeanings = true
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
