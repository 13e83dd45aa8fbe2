import Synchronization

/// A number with a name and labels, as Prometheus reads it (its text format, version 0.0.4): a counter that only rises, or a
/// histogram. One lock and one look-up an observation.
final class MetricFamily: Sendable {
    /// One series: the labels' values in the order of the family's names.
    private struct Series {
        var sum = 0.0
        var count = 0
        /// How many fell into each bucket, not summed up; the last is for what exceeds all bounds.
        var buckets: [Int]
    }

    private let name: String
    private let help: String
    private let labels: [String]
    /// Upper bounds of the buckets, rising; empty for a counter.
    private let bounds: [Double]
    private let series = Mutex<[[String]: Series]>([:])

    /// A counter, or a histogram when there are bounds.
    /// - Parameter known: the values of the labels that are shown from the start, at 0.
    init(_ name: String, _ help: String, labels: [String] = [], bounds: [Double] = [], known: [[String]] = []) {
        self.name = name
        self.help = help
        self.labels = labels
        self.bounds = bounds
        let buckets = bounds.isEmpty ? [] : Array(repeating: 0, count: bounds.count + 1)
        for values in known { series.withLock { $0[values] = Series(buckets: buckets) } }
    }

    /// Counts one more, or so many more.
    func add(_ count: Int = 1, _ values: [String] = []) {
        series.withLock { $0[values, default: Series(buckets: [])].count += count }
    }

    /// Takes in a value of a histogram.
    func observe(_ value: Double, _ values: [String] = []) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        series.withLock { series in
            let empty = Series(buckets: Array(repeating: 0, count: bounds.count + 1))
            series[values, default: empty].sum += value
            series[values]?.count += 1
            series[values]?.buckets[place] += 1
        }
    }

    /// The family as text, its series in the order of their labels.
    var text: String {
        let all = series.withLock { $0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        var text = MetricText.head(name, help, bounds.isEmpty ? "counter" : "histogram")
        for (values, series) in all {
            let labels = Array(zip(labels, values))
            if bounds.isEmpty {
                text += MetricText.line(name, labels, "\(series.count)")
                continue
            }
            var sum = 0
            for (bound, count) in zip(bounds.map(MetricText.number) + ["+Inf"], series.buckets) {
                sum += count
                text += MetricText.line("\(name)_bucket", labels + [("le", bound)], "\(sum)")
            }
            text += MetricText.line("\(name)_sum", labels, MetricText.number(series.sum))
            text += MetricText.line("\(name)_count", labels, "\(series.count)")
        }
        return text
    }
}
