import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What a person is counted for goes where they go.
@Suite struct TeamChangeTests {
    private func change(_ company: BigCompany, _ person: Person, _ change: PersonChange) async throws {
        let revision = try await company.test.campus.person(person.id, .operator).revision
        company.test.clock.advance(seconds: 60)
        _ = try await company.test.campus.changePerson(person.id, change, revision: revision, .operator)
    }

    /// The report by team, after a look whether the counters are what they would be made anew.
    private func teams(_ company: BigCompany) async throws -> [String] {
        let live = try await company.test.progressTables()["completion_counter"]
        try await company.test.campus.database.write { try CompletionCounterStore.rebuild($0) }
        #expect(try await company.test.progressTables()["completion_counter"] == live)
        return try await company.report(CompletionRequest(by: .team, course: company.first))
    }

    @Test(arguments: Backend.allCases)
    func `another manager counts them from then on`(backend: Backend) async throws {
        let company = try await BigCompany(backend)
        try await change(company, company.rita.person, PersonChange(managerID: .set(company.mona.person.id)))
        #expect(
            try await teams(company) == [
                "Dora, A first, 4 3 1 12 4", "Max, A first, 1 1 0 3 1", "Mona, A first, 2 2 1 6 3",
            ])
        let paul = try #require(company.enrollments["Paul"])
        _ = try await company.test.campus.record(
            [.made(.completed, "link", in: paul)], .token(company.paul.token))
        #expect(
            try await teams(company) == [
                "Dora, A first, 4 3 1 12 5", "Max, A first, 1 1 0 3 2", "Mona, A first, 2 2 1 6 3",
            ])
        try await change(company, company.rita.person, PersonChange(managerID: .set(nil)))
        #expect(
            try await teams(company) == [
                "Dora, A first, 3 2 0 9 2", "Max, A first, 1 1 0 3 2", "Mona, A first, 1 1 0 3 0",
            ])
    }

    @Test(arguments: Backend.allCases)
    func `who left is not counted, and is again when they come back`(backend: Backend) async throws {
        let company = try await BigCompany(backend)
        try await change(company, company.rita.person, PersonChange(leaving: .set(.now)))
        #expect(
            try await teams(company) == [
                "Dora, A first, 3 2 0 9 1", "Max, A first, 1 1 0 3 1", "Mona, A first, 1 1 0 3 0",
            ])
        let people = try await company.report(CompletionRequest(by: .person))
        #expect(!people.contains { $0.hasPrefix("Rita") })
        try await change(company, company.rita.person, PersonChange(leaving: .set(nil)))
        #expect(
            try await teams(company) == [
                "Dora, A first, 4 3 1 12 4", "Max, A first, 2 2 1 6 4", "Mona, A first, 1 1 0 3 0",
            ])
    }

    @Test(arguments: Backend.allCases)
    func `when a manager leaves, their team counts one up`(backend: Backend) async throws {
        let company = try await BigCompany(backend)
        try await change(company, company.max.person, PersonChange(leaving: .set(.now)))
        #expect(try await teams(company) == ["Dora, A first, 3 3 1 9 4", "Mona, A first, 1 1 0 3 0"])
        // Back in the house, without those who have gone on.
        try await change(company, company.max.person, PersonChange(leaving: .set(nil)))
        #expect(try await teams(company) == ["Dora, A first, 4 3 1 12 4", "Mona, A first, 1 1 0 3 0"])
    }

    @Test func `what is recorded of somebody who left counts when they come back`() async throws {
        let company = try await BigCompany()
        try await change(company, company.paul.person, PersonChange(leaving: .set(.now)))
        let waived = EventDraft.made(
            .waived, "link", in: try #require(company.enrollments["Paul"]), data: EventData(text: "Knows it."))
        let outcomes = try await company.test.campus.record([waived], .token(company.dora.token))
        #expect(outcomes.map(\.outcome) == [.recorded])
        #expect(try await teams(company).first == "Dora, A first, 3 2 1 9 3")
        try await change(company, company.paul.person, PersonChange(leaving: .set(nil)))
        #expect(try await teams(company).first == "Dora, A first, 4 3 1 12 5")
    }
}
