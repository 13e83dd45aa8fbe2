import Campus
import Foundation
import Learning
import Logging
import Persistence
import PersistenceSQLite
import ServiceLifecycle

/// Durable events at 64 clients below HTTP: group commit beside one transaction each, and beside what SQLite itself can do with
/// one commit each and with 64 rows a commit. All sync each commit, on the same disk, in one run.
@main
struct EventsBench {
    static let clients = 64
    static let seconds = 4.0

    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cornerman-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var rates: [(String, [Double])] = [
            ("raw SQLite, one commit each", []), ("raw SQLite, 64 rows a commit", []),
            ("cornerman, one transaction each", []), ("cornerman, group commit", []),
        ]
        for round in 0..<3 {
            let here = folder.appendingPathComponent("\(round)")
            rates[0].1.append(try raw(at: here.appendingPathComponent("raw1"), perCommit: 1))
            rates[1].1.append(try raw(at: here.appendingPathComponent("raw64"), perCommit: 64))
            rates[2].1.append(try await ours(at: here.appendingPathComponent("each"), grouped: false))
            rates[3].1.append(try await ours(at: here.appendingPathComponent("group"), grouped: true))
        }
        let median = rates.map { $0.1.sorted()[1] }
        print("| durable events, \(clients) clients | events/s | × one transaction each | × raw, one commit each |")
        print("| --- | --: | --: | --: |")
        for (index, rate) in rates.enumerated() {
            let ratios = [median[2], median[0]].map { ratio(median[index], $0) }.joined(separator: " | ")
            print("| \(rate.0) | \(Int(median[index])) | \(ratios) |")
        }
    }

    static func ratio(_ one: Double, _ other: Double) -> String { String(format: "%.2f", one / other) }

    /// Rows of an event's size and its index, straight into SQLite.
    static func raw(at folder: URL, perCommit: Int) throws -> Double {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try RawDatabase(path: folder.appendingPathComponent("raw.sqlite").path)
        let start = ContinuousClock.now
        var count = 0
        while elapsed(since: start) < seconds {
            try database.insert(count: perCommit)
            count += perCommit
        }
        return Double(count) / elapsed(since: start)
    }

    static func ours(at folder: URL, grouped: Bool) async throws -> Double {
        let data = try DataFolder(folder)
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let campus = Campus(
            database: try data.openDatabase(), blobs: try data.openBlobs(), incoming: data.incoming, logger: logger)
        let stage = try await Stage(campus, learners: clients, in: folder)
        guard grouped else { return try await stage.record(for: seconds) }
        let services: [any Service] = [EventRecorder(campus)]
        let group = ServiceGroup(
            configuration: .init(services: services.map { .init(service: $0) }, logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await Task.sleep(for: .milliseconds(200))
            let rate = try await stage.record(for: seconds)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return rate
        }
    }

    static func elapsed(since start: ContinuousClock.Instant) -> Double {
        let duration = start.duration(to: .now).components
        return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    }
}
