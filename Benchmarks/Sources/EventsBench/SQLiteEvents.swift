import BenchKit
import Foundation

/// Events at 64 clients on SQLite: group commit beside one transaction each, and beside what SQLite itself can do with one commit
/// each and with 64 rows a commit. All sync each commit.
struct SQLiteEvents {
    static let clients = 64

    func measure() async throws {
        var rates: [(String, [Double])] = [
            ("raw SQLite, one commit each", []), ("raw SQLite, 64 rows a commit", []),
            ("cornerman, one transaction each", []), ("cornerman, group commit", []),
        ]
        for _ in 0..<3 {
            rates[0].1.append(try raw(perCommit: 1))
            rates[1].1.append(try raw(perCommit: 64))
            rates[2].1.append(try await ours(grouped: false))
            rates[3].1.append(try await ours(grouped: true))
        }
        let median = rates.map(\.1.median)
        print(
            "| durable events, \(Self.clients) clients | events/s | × one transaction each | × raw, one commit each |")
        print("| --- | --: | --: | --: |")
        for (index, rate) in rates.enumerated() {
            let ratios = [median[2], median[0]].map { String(format: "%.2f", median[index] / $0) }
            print("| \(rate.0) | \(Int(median[index])) | \(ratios.joined(separator: " | ")) |")
        }
    }

    /// Rows of an event's size and its index, straight into SQLite.
    private func raw(perCommit: Int) throws -> Double {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cornerman-bench-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try RawDatabase(path: folder.appendingPathComponent("raw.sqlite").path)
        let start = ContinuousClock.now
        var count = 0
        while start.duration(to: .now) < .seconds(EventsBench.seconds) {
            try database.insert(count: perCommit)
            count += perCommit
        }
        return Double(count) / (start.duration(to: .now) / .seconds(1))
    }

    private func ours(grouped: Bool) async throws -> Double {
        let place = try await BenchPlace(.sqlite)
        defer { place.remove() }
        let stage = try await Stage(place.campus, learners: Self.clients, in: place.folder)
        guard grouped else { return try await stage.record(for: EventsBench.seconds) }
        return try await place.recording { try await stage.record(for: EventsBench.seconds) }
    }
}
