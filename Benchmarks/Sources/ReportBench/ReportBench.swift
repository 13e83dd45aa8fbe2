import BenchKit
import Campus
import Foundation

/// Enrolling ten thousand people, and how far all of them are, with a million rows of progress: from counters beside a GROUP BY over
/// the rows themselves, on the same database, in one run.
///
///     ReportBench [sqlite | postgres]        postgres under scripts/with-postgres --durable
@main
struct ReportBench {
    static let teams = 500
    static let people = 10_000
    static let lessons = 100
    private static let rounds = 9

    static func main() async throws {
        let engine = try Engine()
        let place = try await BenchPlace(engine)
        defer { place.remove() }
        let firm = try await Firm(place.campus, teams: teams, people: people, lessons: lessons, in: place.folder)
        let enrolling = try await seconds { try await firm.enroll() }
        print(
            "\(people) people into an initiative with a course of \(lessons) steps, in one request: \(text(enrolling)) s."
        )
        let recording = try await place.recording { try await seconds { try await firm.recordEverything() } }
        let rows = people * lessons
        print("\(rows) events, \(Firm.batch) a request: \(Int(Double(rows) / recording)) a second.\n")

        let raw: any GroupedRows =
            switch engine {
            case .sqlite: try SQLiteGroupedRows(path: place.address)
            case .postgres: try PostgresGroupedRows(address: place.address)
            }
        var grouped: [Double] = []
        var counted: [Double] = []
        var single: [Double] = []
        for _ in 0..<rounds {
            counted.append(try await seconds { try await firm.readAllTeams() })
            grouped.append(
                try await seconds { guard try raw.countByTeam() == teams else { throw BenchFailure("not all teams") } })
            let reads = 100
            single.append(try await seconds { for _ in 0..<reads { try await firm.readOneTeam() } } / Double(reads))
        }
        print("| completion on \(engine.name), \(rows) rows of progress | ms | × faster than GROUP BY |")
        print("| --- | --: | --: |")
        print("| GROUP BY over progress, all \(teams) teams | \(text(grouped.median * 1_000)) | 1 |")
        for (name, times) in [("all teams, every page", counted), ("one team", single)] {
            let ratio = zip(grouped, times).map { $0 / $1 }.median
            print("| cornerman, \(name) | \(text(times.median * 1_000)) | \(text(ratio)) |")
        }
    }

    static func text(_ number: Double) -> String { String(format: "%.2f", number) }
}
