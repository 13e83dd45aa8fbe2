import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

/// Whoever moves, leaves or comes back takes along what they are counted for.
@Suite struct CounterTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64], Backend.allCases)
    func `after any changes the counters are what the enrollments say`(seed: UInt64, backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        let people = try await test.recording {
            var people: [Person] = []
            for number in 0..<8 {
                let (person, token) = try await test.person(
                    "P\(number)", manager: number < 3 ? nil : people[number % 3])
                people.append(person)
                let enrollment = try await test.enroll(person, in: course)
                guard number.isMultiple(of: 2) else { continue }
                let event = EventDraft.made(.completed, "reasons", in: enrollment)
                let result = try await test.campus.record([event], .token(token))
                #expect(result.map(\.outcome) == [.recorded])
            }
            return people
        }
        var random = Dice(state: seed)
        var changes = 0
        for _ in 0..<40 {
            test.clock.advance(seconds: 1)
            let person = people[Int.random(in: 0..<8, using: &random)]
            let change =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: PersonChange(leaving: .set(.now))
                case 1: PersonChange(leaving: .set(nil))
                case 2: PersonChange(managerID: .set(nil))
                default: PersonChange(managerID: .set(people[Int.random(in: 0..<8, using: &random)].id))
                }
            let revision = try await test.campus.person(person.id, .operator).revision
            // Loops and managers who left are refused: that, too, must leave the counters right.
            if (try? await test.campus.changePerson(person.id, change, revision: revision, .operator)) != nil {
                changes += 1
            }
            let live = try await test.progressTables()["completion_counter"]
            try await test.campus.database.write { try CompletionCounterStore.rebuild($0) }
            let rebuilt = try await test.progressTables()["completion_counter"]
            try #require(live == rebuilt, "seed \(seed)")
        }
        #expect(changes > 15)
        try await expectTree(test)
    }

    /// Nobody who is here reports to somebody who left, and everybody has one period now or none.
    private func expectTree(_ test: TestCampus) async throws {
        let wrong = try await test.campus.database.read { connection in
            try connection.value(
                """
                SELECT COUNT(*) FROM person JOIN person AS manager ON manager.id = person.manager_id
                WHERE person.left_at IS NULL AND manager.left_at IS NOT NULL
                """, of: Int.self)
        }
        #expect(wrong == 0)
        let periods = try await test.campus.database.read { connection in
            try connection.value(
                """
                SELECT COUNT(*) FROM person
                LEFT JOIN person_manager_period AS period ON period.person_id = person.id AND period.until IS NULL
                WHERE (person.left_at IS NULL) <> (period.person_id IS NOT NULL)
                   OR period.manager_id IS DISTINCT FROM CASE WHEN person.left_at IS NULL THEN person.manager_id END
                """, of: Int.self)
        }
        #expect(periods == 0)
    }
}

/// Numbers that a seed repeats (splitmix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
