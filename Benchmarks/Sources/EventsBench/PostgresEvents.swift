import BenchKit
import Foundation

/// Events on PostgreSQL as it is installed, everything synced: group commit beside four round trips a request, in the same tables of
/// the same database.
struct PostgresEvents {
    private static let rounds = 5

    let clients: Int

    private struct Round {
        var rate: Double
        /// Microseconds of a processor, for each event.
        var time: ProcessorTime
    }

    func measure() async throws {
        let place = try await BenchPlace(.postgres)
        defer { place.remove() }
        let stage = try await Stage(place.campus, learners: clients, in: place.folder)
        let peer = try FourRoundTrips(address: place.address, clients: clients)
        let server = try ProcessorTime.server(of: RawPostgres(place.address))
        var usual: [Round] = []
        var ours: [Round] = []
        for _ in 0..<Self.rounds {
            usual.append(try await round(server) { try await peer.record(for: EventsBench.seconds) })
            ours.append(
                try await round(server) {
                    try await place.recording { try await stage.record(for: EventsBench.seconds) }
                })
        }
        show("four round trips, \(FourRoundTrips.connections) connections", usual, beside: usual)
        show("cornerman, group commit", ours, beside: usual)
    }

    private func round(_ server: Int, _ record: () async throws -> Double) async throws -> Round {
        let before = try ProcessorTime(server: server)
        let rate = try await record()
        var time = try ProcessorTime(server: server) - before
        time.program *= 1e6 / (rate * EventsBench.seconds)
        time.server *= 1e6 / (rate * EventsBench.seconds)
        return Round(rate: rate, time: time)
    }

    /// The ratio is the median of what each round gave, as a machine is not equally busy in all of them.
    private func show(_ name: String, _ rounds: [Round], beside others: [Round]) {
        let ratios = zip(rounds, others).map { $0.rate / $1.rate }.sorted()
        let ratio = String(format: "%.2f (%.2f–%.2f)", ratios.median, ratios[0], ratios[ratios.count - 1])
        let times = [rounds.map(\.time.program).median, rounds.map(\.time.server).median]
        print(
            "| \(name) | \(clients) | \(Int(rounds.map(\.rate).median)) | \(ratio) |",
            times.map { "\(Int($0))" }.joined(separator: " | "), "|")
    }
}
