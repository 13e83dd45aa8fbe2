import Answers
import Foundation

/// Search beside SQLite FTS5 and tantivy, in one run: `SearchBench [--tantivy PYTHON SCRIPT] [ENTRIES…]`.
@main
struct SearchBench {
    private static let rounds = 5

    static func main() throws {
        var given = Array(CommandLine.arguments.dropFirst())
        var tantivy: (python: String, script: String)?
        if given.count > 2, given[0] == "--tantivy" {
            tantivy = (given[1], given[2])
            given.removeFirst(3)
        }
        let isAlone = given.first == "--alone"
        let sizes = given.compactMap { Int($0) }
        print("Search: processor time of a query in ms, ten hits; the ratios are ours over the peer's.")
        print(row(["entries", "words", "engine", "p50", "p99", "ours p50 ×", "ours p99 ×"]))
        for size in sizes.isEmpty ? [10_000, 100_000] : sizes { try compare(size, tantivy, isAlone: isAlone) }
    }

    /// One size: entries go through once, to the file that tantivy reads, to FTS5 and, twenty thousand at a time, to ours.
    private static func compare(
        _ size: Int, _ tantivy: (python: String, script: String)?, isAlone: Bool
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "search-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let texts = folder.appending(path: "entries.tsv")
        _ = FileManager.default.createFile(atPath: texts.path(), contents: nil)
        let file = try FileHandle(forWritingTo: texts)
        var made = SyntheticEntries(queryCount: 300)
        let index = AnswerIndex()
        var first: [IndexEntry] = []
        let before = Timings.residentMegabytes
        var built = 0.0
        for start in stride(from: 0, to: size, by: 20_000) {
            let slice = (start..<min(start + 20_000, size)).map { _ in made.entry() }
            if tantivy != nil { try file.write(contentsOf: Data(slice.map(line).joined().utf8)) }
            if first.isEmpty { first = Array(slice.prefix(200)) }
            let begun = Timings.now
            index.apply(slice.map { .put($0) })
            built += Timings.now - begun
        }
        let grown = Timings.residentMegabytes - before
        try file.close()
        let text = Double(made.bytes) / 1e6
        print(
            "\(size): built in \(number(built)) s, \(number(grown)) MB for \(number(text)) MB of text "
                + "(\(number(grown / text)) ×)")

        let process = try tantivy.map {
            try TantivyProcess(
                python: $0.python, script: $0.script, entries: texts, folder: folder.appending(path: "tantivy"))
        }
        let table = isAlone ? nil : fullText(size)
        guard process?.ready() ?? true else { throw CocoaError(.executableLoad) }
        for (name, queries) in [
            ("3", made.queries(of: 3...3, mistyped: 0)), ("4–8", made.queries(of: 4...8, mistyped: 0.2)),
        ] {
            try search(size, name, queries, index, table, process, in: folder)
        }

        var updates = Timings()
        for entry in first { updates.measure { index.apply([.put(entry)]) } }
        print(
            "\(size): one entry replaced in \(number(updates.percentile(0.5))) ms (p50), "
                + "\(number(updates.percentile(0.99))) ms (p99)")
        let kept = try KeptFile(index, at: folder.appending(path: "index"))
        print(
            "\(size): kept in a file of \(number(kept.megabytes)) MB, written in \(number(kept.written)) s, taken from it in "
                + "\(number(kept.taken)) s, digest and all")
    }

    private static func search(
        _ size: Int, _ name: String, _ queries: [String], _ index: AnswerIndex, _ table: FullTextTable?,
        _ process: TantivyProcess?, in folder: URL
    ) throws {
        let file = folder.appending(path: "queries")
        try Data(queries.joined(separator: "\n").utf8).write(to: file)
        var ours = Timings()
        var fullText = Timings()
        var oneField = Timings()
        var fourFields = Timings()
        var found = 0
        for query in queries { found += search(index, query) }
        _ = process?.search("one", file, count: queries.count)
        _ = process?.search("four", file, count: queries.count)
        // FTS5 takes seconds a query where there is much.
        let asked = queries.prefix(size > 100_000 ? 60 : queries.count)
        for round in 0..<rounds {
            for query in queries { found += ours.measure { search(index, query) } }
            if let process {
                oneField += process.search("one", file, count: queries.count)
                fourFields += process.search("four", file, count: queries.count)
            }
            if let table {
                let part = asked.count / rounds
                for query in asked[round * part..<(round + 1) * part] {
                    found += fullText.measure { table.search(query) }
                }
            }
        }
        for (engine, times) in [
            ("FTS5, porter, OR", fullText), ("tantivy, four fields", fourFields), ("tantivy, one field", oneField),
            ("Answers", ours),
        ] where times.percentile(0.5) > 0 {
            let percentiles = [0.5, 0.99].map { times.percentile($0) }
            let ratios = [0.5, 0.99].map { number(ours.percentile($0) / times.percentile($0)) }
            print(row(["\(size)", name, engine] + percentiles.map(number) + ratios))
        }
        if found == 0 { print("nothing was found") }
    }

    private static func search(_ index: AnswerIndex, _ query: String) -> Int {
        index.search(SearchQuery(query, sight: .scopes([]))).hits.count
    }

    /// The same entries again, as the generator gives the same ones every time.
    private static func fullText(_ size: Int) -> FullTextTable {
        let table = FullTextTable()
        var made = SyntheticEntries(queryCount: 0)
        for _ in 0..<size { table.add(made.entry()) }
        table.finish()
        return table
    }

    private static func line(_ entry: IndexEntry) -> String {
        [
            String(entry.number.value), entry.question, entry.phrasings.joined(separator: " "), entry.text,
            entry.tags.joined(separator: " "),
        ].joined(separator: "\t") + "\n"
    }

    private static func row(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            index == 2
                ? cell.padding(toLength: 20, withPad: " ", startingAt: 0)
                : String(repeating: " ", count: max(0, 10 - cell.count)) + cell
        }.joined(separator: "  ")
    }

    private static func number(_ value: Double) -> String {
        String(format: value < 10 ? "%.2f" : "%.0f", value)
    }
}
