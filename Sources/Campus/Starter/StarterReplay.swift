import Foundation
import Learning
import Persistence
import Store

/// Does again what people of a starter organization did, in the order and at the time in which it happened.
///
/// A mark is kept of how far it came, so that a replay that was cut off goes on where it stopped.
struct StarterReplay {
    private static let mark = "starter-replayed"

    /// One thing to do, and when.
    struct Happening {
        var kind: StarterReport.Kind
        var at: Instant
        /// What to say when it is refused.
        var name: String
        /// Whether it was done: asked about the one after the mark alone, which may have been done and not marked.
        var isDone: @Sendable (Campus) async throws -> Bool
        var act: @Sendable (Campus) async throws -> Void
    }

    let told: StarterHappenings
    /// When the organization was first loaded; nothing happens later.
    let base: Instant
    private let campus: Campus

    init(_ campus: Campus, _ told: StarterHappenings, base: Instant) {
        self.campus = campus
        self.told = told
        self.base = base
    }

    func run(_ report: inout StarterReport) async throws {
        let places = try await StarterPlaces(told, campus)
        let happenings = try self.happenings(places).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        let done = try await campus.read(.operator) { connection, _ in
            try SettingStore.value(Self.mark, connection).flatMap(Int.init) ?? 0
        }
        for (index, happening) in happenings.enumerated().dropFirst(done) {
            let standing = campus.standing(at: happening.at)
            do {
                if index == done, try await happening.isDone(standing) {} else { try await happening.act(standing) }
                report.done[happening.kind, default: 0] += 1
            } catch let refusal as Refusal where refusal.kind != .unavailable {
                report.refused.append("\(happening.name): \(refusal.message)")
            }
            try await campus.write(.operator) { connection, _ in
                try SettingStore.set(Self.mark, value: "\(index + 1)", connection)
            }
        }
    }

    private func happenings(_ places: StarterPlaces) throws -> [Happening] {
        try enrollments(places) + events(places) + attempts(places) + searches(places) + questions(places)
            + feedback(places) + initiatives(places)
    }

    /// So many seconds later, and never after the base.
    func moment(_ seconds: Int64, after instant: Instant) -> Instant {
        min(base, instant.advanced(bySeconds: seconds))
    }
}
