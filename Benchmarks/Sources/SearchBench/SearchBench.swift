import Answers
import Foundation

/// Search beside SQLite FTS5, in one run: `SearchBench [ENTRIES…]`.
@main
struct SearchBench {
    static func main() {
        let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let sizes = given.isEmpty ? [10_000, 50_000, 100_000] : given
        print("Search: processor time of a query in ms; the ratio is FTS5's time over ours.")
        print(row(["entries", "engine", "p50", "p99", "p50 ratio", "p99 ratio"]))
        for size in sizes { compare(size) }
    }

    private static func compare(_ size: Int) {
        let made = SyntheticEntries(count: size, queryCount: 300)
        let before = Timings.residentMegabytes
        let index = AnswerIndex()
        let start = Timings.now
        index.apply(made.entries.map { .put($0) })
        let built = Timings.now - start
        let grown = Timings.residentMegabytes - before
        let table = FullTextTable(made.entries)

        var ours = Timings()
        var peer = Timings()
        var found = 0
        for query in made.queries { found += search(index, query).count + table.search(query).count }
        for _ in 0..<5 {
            for query in made.queries { found += ours.measure { search(index, query).count } }
        }
        for query in made.queries { found += peer.measure { table.search(query).count } }
        let times = [0.5, 0.99].map { (ours.percentile($0), peer.percentile($0)) }
        print(row(["\(size)", "FTS5 porter, OR"] + times.map { number($0.1) } + ["1", "1"]))
        print(row(["\(size)", "Answers"] + times.map { number($0.0) } + times.map { number($0.1 / $0.0) }))

        var updates = Timings()
        for entry in made.entries.prefix(200) {
            updates.measure { index.apply([.put(entry)]) }
        }
        print(
            "        built in \(number(built)) s, \(number(grown)) MB for \(number(made.megabytes)) MB of text; "
                + "one entry replaced in \(number(updates.percentile(0.5))) ms (p50), "
                + "\(number(updates.percentile(0.99))) ms (p99); \(found) hits")
    }

    private static func search(_ index: AnswerIndex, _ query: String) -> [Hit] {
        index.search(SearchQuery(query, sight: .scopes([]))).hits
    }

    private static func row(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            index == 1
                ? cell.padding(toLength: 18, withPad: " ", startingAt: 0)
                : String(repeating: " ", count: max(0, 10 - cell.count)) + cell
        }.joined(separator: "  ")
    }

    private static func number(_ value: Double) -> String {
        String(format: value < 10 ? "%.2f" : "%.0f", value)
    }
}
