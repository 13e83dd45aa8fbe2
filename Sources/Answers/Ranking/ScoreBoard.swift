import Synchronization

/// Room for the sums of a window of entries; used again from window to window and from search to search.
struct ScoreBoard: Sendable {
    /// A sum for each entry.
    var entries: [Float] = []
    /// A sum for each phrasing.
    var phrasings: [Float] = []
    /// What the meaning gives to each entry, -1 where words alone count.
    private(set) var meanings: [Float] = []
    /// Whether the meaning gives anything to any entry.
    private(set) var hasMeanings = false

    /// Makes room for so many and sets everything to zero.
    mutating func clear(entries count: Int, phrasings phrasingCount: Int) {
        Self.clear(&entries, count)
        Self.clear(&phrasings, phrasingCount)
        if hasMeanings { meanings.withUnsafeMutableBufferPointer { $0.update(repeating: -1) } }
        hasMeanings = false
        if meanings.count < count { meanings = Array(repeating: -1, count: count) }
    }

    /// Notes what the meaning gives to an entry.
    /// - Parameter place: the entry's place in the window.
    mutating func note(meaning amount: Float, at place: Int) {
        meanings[place] = amount
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
