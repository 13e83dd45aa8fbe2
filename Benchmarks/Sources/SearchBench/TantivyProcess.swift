import Foundation

/// Tantivy in a process of its own, `Benchmarks/search/tantivy_search.py`, that searches on demand, so that rounds alternate
/// with ours.
final class TantivyProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    /// Starts it; it builds its index meanwhile.
    init(python: String, script: String, entries: URL, folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = URL(filePath: python)
        process.arguments = [script, entries.path(), folder.path()]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Waits for the index.
    func ready() -> Bool { line()?.hasPrefix("ready") == true }

    /// Searches once for each of the first `count` queries of a file, in one field or in four.
    func search(_ fields: String, _ queries: URL, count: Int) -> Timings {
        try? input.fileHandleForWriting.write(contentsOf: Data("\(fields)\t\(queries.path())\t\(count)\n".utf8))
        let cells = line()?.split(separator: " ").compactMap { Double($0) } ?? []
        return Timings(milliseconds: cells.dropLast())
    }

    private func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: unread[..<end], as: UTF8.self)
                unread = Data(unread[(end + 1)...])
                return line
            }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            unread += more
        }
    }
}
