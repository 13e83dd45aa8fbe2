import Foundation
import Learning
import Testing

@testable import Campus

/// What is kept in step with every event equals what `recompute` makes of the events alone: whatever the order, repeats,
/// retakes, waivers, occurrences, kinds, verbs and rules, and whoever moves, leaves or gets a new version meanwhile.
@Suite struct RecomputePropertyTests {
    /// `CORNERMAN_SEED` repeats a run; `CORNERMAN_CASES` makes it longer or shorter.
    static let seed =
        ProcessInfo.processInfo.environment["CORNERMAN_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...1 << 40)
    static let cases = ProcessInfo.processInfo.environment["CORNERMAN_CASES"].flatMap { Int($0) } ?? 2000
    static let casesOfOneWorld = 100
    /// Stands for people who were moved to another version.
    private static let moves = "people moved"

    @Test func `what is stored equals what the events come to`() async throws {
        var recorded: Set<String> = []
        try await withThrowingTaskGroup(of: Set<String>.self) { group in
            for number in 0..<max(1, Self.cases / Self.casesOfOneWorld) {
                group.addTask { try await Self.run(seed: Self.seed &+ UInt64(number)) }
            }
            for try await some in group { recorded.formUnion(some) }
        }
        guard Self.cases >= 2000 else { return }
        // A verb that was never recorded would never have been tried; nor would a move.
        let wanted =
            [Self.moves] + Verb.allCases.map(\.rawValue) + ActivityKind.allCases.map(\.rawValue)
            + MoveOn.allCases.map(\.rawValue)
        #expect(Set(wanted).subtracting(recorded) == [], "CORNERMAN_SEED=\(Self.seed)")
    }

    /// One organization, a hundred ways through its courses.
    private static func run(seed: UInt64) async throws -> Set<String> {
        let again: Comment = "CORNERMAN_SEED=\(seed) CORNERMAN_CASES=\(casesOfOneWorld) repeats it"
        let world = try await World(seed: seed)
        for turn in 1...casesOfOneWorld {
            try await world.run()
            guard turn % 20 == 0 else { continue }
            let (live, rebuilt, differences) = try await world.recomputed()
            for (table, rows) in live {
                #expect(rows == rebuilt[table] ?? [], "\(table) after \(turn) cases: \(again)")
            }
            #expect(differences == 0, again)
            #expect(world.complaints == [], again)
            guard live == rebuilt else { return [] }
        }
        #expect(world.enrolled > 20, again)
        let mends = try await world.mends()
        #expect(mends, again)
        return world.moved > 0 ? world.recorded.union([moves]) : world.recorded
    }
}
