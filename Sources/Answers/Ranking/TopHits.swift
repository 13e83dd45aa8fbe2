/// An entry that a search found.
struct Candidate: Sendable {
    var score: Float
    /// The part of the score that its place gave.
    var lift: Float
    var number: UInt32
    var segment: Int
    var slot: Int
    /// The phrasing that fits best.
    var phrasing: Int

    /// Best first; of two alike the lower number.
    static func isBetter(_ left: Self, _ right: Self) -> Bool {
        left.score != right.score ? left.score > right.score : left.number < right.number
    }
}

/// Keeps the best of the candidates that are offered: a heap with the worst of them on top.
struct TopHits {
    private let limit: Int
    private var heap: [Candidate] = []

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(limit)
    }

    /// What a score must reach to be kept.
    var threshold: Float { heap.count < limit ? -.infinity : heap[0].score }

    /// Keeps the candidate if it is among the best so far.
    mutating func offer(_ candidate: Candidate) {
        if heap.count < limit {
            heap.append(candidate)
            rise()
        } else if Candidate.isBetter(candidate, heap[0]) {
            heap[0] = candidate
            sink()
        }
    }

    /// What was kept, best first.
    var sorted: [Candidate] { heap.sorted(by: Candidate.isBetter) }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0, Candidate.isBetter(heap[(child - 1) / 2], heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink() {
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, Candidate.isBetter(heap[child], heap[child + 1]) { child += 1 }
            guard Candidate.isBetter(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
