import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct InitiativePeopleTests {
    @Test(arguments: Backend.allCases)
    func `people are enrolled in every course, from the initiative's start on`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend)
        let initiative = try await company.initiative(courses: 2, startsOn: "2026-03-29")
        let results = try await company.add(company.reps, to: initiative)
        #expect(results.map(\.word) == ["added", "added", "added"])
        #expect(results.map { $0.places.map(\.course) } == Array(repeating: company.courses, count: 3))
        let rep = company.reps[0]
        let list = try await company.campus.enrollments(
            EnrollmentFilter(), page: Page(limit: 10), .token(rep.token))
        #expect(list.map(\.enrollment.initiativeID) == [initiative.id, initiative.id])
        #expect(list.map(\.enrollment.startsOn.description) == ["2026-03-29", "2026-03-29"])
        #expect(list.map(\.enrollment.timeZone) == ["Europe/Berlin", "Europe/Berlin"])
        // The plan counts from there, whatever zone the learner is in; dates stay dates over the change of clocks.
        let plan = try await company.campus.plan(of: list[0].enrollment.id, .token(rep.token)).plan
        #expect(plan.modules[0].items.compactMap(\.dueOn).map(\.description) == ["2026-03-29", "2026-03-30"])
        #expect(!plan.modules.flatMap(\.items).contains { $0.isOverdue })
    }

    @Test func `whoever joins late begins at the beginning`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        _ = try await company.add([company.reps[0]], to: initiative)
        company.test.clock.advance(seconds: 9 * 86_400)
        _ = try await company.add([company.reps[1]], to: initiative)
        let list = try await company.campus.enrollments(EnrollmentFilter(), page: Page(limit: 10), .operator)
        #expect(list.map(\.enrollment.startsOn.description) == ["2026-03-02", "2026-03-11"])
    }

    @Test(arguments: Backend.allCases)
    func `a row that cannot be does not take the others along`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend)
        let initiative = try await company.initiative()
        let (rep, gone) = (company.reps[0].person, company.reps[1].person)
        try await company.campus.database.write { connection in
            _ = try connection.execute("UPDATE person SET external_id = '0042' WHERE id = \(rep.id)")
            _ = try connection.execute("UPDATE person SET left_at = 1 WHERE id = \(gone.id)")
        }
        let results = try await company.campus.add(
            .named([
                "0042", "4711", "per_nonsense", gone.id.description, rep.id.description, "0042",
                company.others[0].person.id.description,
            ]), to: initiative.id, .token(company.leader.token))
        #expect(
            results.map(\.code) == [nil, "not-found", "not-found", "left", "person-twice", "person-twice", nil])
        #expect(results.map(\.row) == [1, 2, 3, 4, 5, 6, 7])
        #expect(results[0].name == rep.name)
        let again = try await company.campus.add(
            .named(["0042"]), to: initiative.id, .token(company.leader.token))
        #expect(again.map(\.word) == ["unchanged"])
        #expect(again[0].places.map(\.how) == [.kept])
    }

    @Test func `who is under way in the course already stays on their own days`() async throws {
        let company = try await InitiativeCompany()
        let rep = company.reps[0]
        let alone = try await company.test.enroll(
            rep.person, in: company.courses[0], startsOn: try .read("2026-02-02"))
        let first = try await company.initiative()
        let results = try await company.add([rep], to: first)
        #expect(results[0].places.map(\.how) == [.takenOver])
        #expect(results[0].places.map(\.enrollment) == [alone])
        let kept = try await company.campus.enrollment(alone, .operator).enrollment
        #expect(kept.startsOn.description == "2026-02-02")
        #expect(kept.initiativeID == first.id)
        // Another initiative with the same course leaves it where it is.
        let second = try await company.initiative()
        #expect(try await company.add([rep], to: second)[0].places.map(\.how) == [.kept])
        #expect(try await company.campus.enrollment(alone, .operator).enrollment.initiativeID == first.id)
    }

    @Test func `a team is everybody below, and managers add their own`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        let lead = company.reps[0].person
        let deep = try await company.test.person("Deep", manager: lead)
        func add(_ people: InitiativePeople, _ token: String) async throws -> [InitiativePersonResult] {
            try await company.campus.add(people, to: initiative.id, .token(token))
        }
        let team = try await add(.team(company.manager.person.id.description), company.manager.token)
        #expect(Set(team.compactMap(\.person)) == Set(company.reps.map(\.person.id) + [deep.person.id]))
        let strangers = try await company.add(
            [company.others[0], company.reps[1]], to: initiative, as: company.manager)
        #expect(strangers.map(\.code) == ["not-found", nil])
        #expect(strangers.map(\.word) == ["refused", "unchanged"])
        await #expect(throws: Refusal.missing("team")) {
            try await add(.team(company.otherManager.person.id.description), company.manager.token)
        }
        await #expect(throws: Refusal.missing("team")) { try await add(.team("4711"), company.leader.token) }
        for token in [company.trainer.token, company.otherLeader.token] {
            let refusal = await #expect(throws: Refusal.self) { try await add(.named([]), token) }
            #expect(refusal?.kind == .forbidden)
        }
        let learner = await #expect(throws: Refusal.self) { try await add(.named([]), company.others[0].token) }
        #expect(learner?.kind == .missing)
    }

    @Test func `a course that comes later is for everybody who is in it`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        let courses = company.courses
        let updated = try await company.campus.updateInitiative(
            initiative.id, revision: 1, .token(company.leader.token)
        ) { $0.courses = courses }
        #expect(updated.summary.initiative.revision == 2)
        let results = try await company.campus.add(.members, to: initiative.id, .token(company.leader.token))
        #expect(results.map(\.word) == ["extended", "extended", "extended"])
        #expect(results.map { $0.places.map(\.how) } == Array(repeating: [.kept, .created], count: 3))
    }

    @Test func `who is in it is told to nobody who does not lead it`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps + company.others, to: initiative)
        await #expect {
            try await company.campus.add(.members, to: initiative.id, .token(company.manager.token))
        } throws: {
            ($0 as? Refusal)?.kind == .forbidden
        }
    }

    @Test func `many people are added slice by slice, and more than the limit are refused`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        let manager = company.manager.person.id
        try await company.campus.database.write { connection in
            for number in 0..<600 {
                try PersonStore.insert(
                    Person(
                        id: Identifier(stored: UUIDv7.make()), externalID: "n\(number)", name: "Number \(number)",
                        roles: [.learner], managerID: manager, createdAt: TestClock.start), connection)
            }
        }
        let names = (0..<600).map { "n\($0)" }
        let results = try await company.campus.add(
            .named(names + ["n0"]), to: initiative.id, .token(company.leader.token))
        #expect(results.map(\.row) == Array(1...601))
        #expect(results.prefix(600).allSatisfy { $0.word == "added" && $0.places.count == 1 })
        // The same person far away in the request is known as well.
        #expect(results.last?.code == "person-twice")
        #expect(try await company.campus.compareCounters() == 0)
        let refusal = await #expect(throws: Refusal.self) {
            try await company.campus.add(
                .named((0...10_000).map { "x\($0)" }), to: initiative.id, .token(company.leader.token))
        }
        #expect(refusal?.code == "too-many")
    }
}

extension Campus {
    /// How many counters are not what the enrollments add up to.
    fileprivate func compareCounters() async throws -> Int {
        try await database.read { try CompletionCounterStore.differences($0) }
    }
}
