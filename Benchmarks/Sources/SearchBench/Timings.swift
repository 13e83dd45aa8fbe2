import Foundation

/// The processor time that a thread takes for something, over and over.
struct Timings {
    private var seconds: [Double] = []

    init() {}

    init(milliseconds: some Sequence<Double>) {
        seconds = milliseconds.map { $0 / 1_000 }
    }

    /// Runs `body` once and notes what it took.
    mutating func measure<Result>(_ body: () -> Result) -> Result {
        let start = Self.now
        let result = body()
        seconds.append(Self.now - start)
        return result
    }

    static func += (left: inout Self, right: Self) {
        left.seconds += right.seconds
    }

    /// The time that this share of all runs did not exceed, in milliseconds.
    func percentile(_ share: Double) -> Double {
        let sorted = seconds.sorted()
        guard !sorted.isEmpty else { return .nan }
        return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] * 1_000
    }

    /// Processor time of this thread, in seconds.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The memory that the process holds.
    static var residentMegabytes: Double {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return Double(pages.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * 4_096 / 1e6
    }
}
