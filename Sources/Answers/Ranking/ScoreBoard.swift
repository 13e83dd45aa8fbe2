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

    /// So many whole numbers are looked at together.
    static let wide = 16

    private var entryBounds: [Int16] = []
    private var phrasingBounds: [Int16] = []

    /// Lends a whole number for each entry and each phrasing, all of them zero, and some more, so that ``wide`` can be read anywhere.
    mutating func withBounds<Result>(
        entries count: Int, phrasings phrasingCount: Int,
        _ body: (UnsafeMutableBufferPointer<Int16>, UnsafeMutableBufferPointer<Int16>) -> Result
    ) -> Result {
        Self.clear(&entryBounds, count + Self.wide)
        Self.clear(&phrasingBounds, phrasingCount + Self.wide)
        return entryBounds.withUnsafeMutableBufferPointer { entries in
            phrasingBounds.withUnsafeMutableBufferPointer { body(entries, $0) }
        }
    }

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

    private static func clear<Number: Numeric>(_ sums: inout [Number], _ count: Int) {
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
