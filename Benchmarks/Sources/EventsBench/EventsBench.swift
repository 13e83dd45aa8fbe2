import BenchKit

/// Durable events below HTTP: group commit beside what is usual without it, on the same disk, in one run.
///
///     EventsBench [sqlite | postgres]        postgres under scripts/with-postgres --durable
@main
struct EventsBench {
    static let seconds = 4.0

    static func main() async throws {
        switch try Engine() {
        case .sqlite: try await SQLiteEvents().measure()
        case .postgres:
            print(
                "| durable events on PostgreSQL | clients | events/s | × four round trips | µs, program | µs, server |")
            print("| --- | --: | --: | --: | --: | --: |")
            for clients in [8, 64] { try await PostgresEvents(clients: clients).measure() }
        }
    }
}
