import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct CompletionReportTests {
    @Test(arguments: Backend.allCases)
    func `counters equal a count by hand`(backend: Backend) async throws {
        let company = try await BigCompany(backend)
        #expect(
            try await company.report(CompletionRequest(by: .course)) == [
                "A first, 5 3 1 15 4", "B second, 1 0 0 3 0",
            ])
        #expect(
            try await company.report(CompletionRequest(by: .module, course: company.first)) == [
                "A first, See it, 5 3 1 10 3", "A first, Do it, 5 1 1 5 1",
            ])
        #expect(
            try await company.report(CompletionRequest(by: .team)) == [
                "Dora, A first, 4 3 1 12 4", "Dora, B second, 1 0 0 3 0", "Max, A first, 2 2 1 6 4",
                "Max, B second, 1 0 0 3 0", "Mona, A first, 1 1 0 3 0",
            ])
        #expect(
            try await company.report(CompletionRequest(by: .person)) == [
                "Max, A first, 1 0 0 3 0", "Paul, A first, 1 1 0 3 1", "Rita, A first, 1 1 1 3 3",
                "Rita, B second, 1 0 0 3 0", "Rolf, A first, 1 1 0 3 0", "Sam, A first, 1 0 0 3 0",
            ])
    }

    @Test(arguments: CompletionGrouping.allCases)
    func `a manager of managers sees every depth, and nobody beside`(grouping: CompletionGrouping) async throws {
        let company = try await BigCompany()
        let expected: [CompletionGrouping: [String]] = [
            .course: ["A first, 4 3 1 12 4", "B second, 1 0 0 3 0"],
            .module: [
                "A first, See it, 4 3 1 8 3", "A first, Do it, 4 1 1 4 1", "B second, See it, 1 0 0 2 0",
                "B second, Do it, 1 0 0 1 0",
            ],
            .team: [
                "Dora, A first, 4 3 1 12 4", "Dora, B second, 1 0 0 3 0", "Max, A first, 2 2 1 6 4",
                "Max, B second, 1 0 0 3 0", "Mona, A first, 1 1 0 3 0",
            ],
            .person: [
                "Max, A first, 1 0 0 3 0", "Paul, A first, 1 1 0 3 1", "Rita, A first, 1 1 1 3 3",
                "Rita, B second, 1 0 0 3 0", "Rolf, A first, 1 1 0 3 0",
            ],
        ]
        let request = CompletionRequest(by: grouping)
        #expect(try await company.report(request, as: company.dora) == expected[grouping])
        // The same, asked for by its name.
        let named = CompletionRequest(by: grouping, team: company.dora.person.id)
        #expect(try await company.report(named, as: company.dora) == expected[grouping])
        #expect(try await company.report(named) == expected[grouping])
    }

    @Test func `a team within, and a course alone`() async throws {
        let company = try await BigCompany()
        let request = CompletionRequest(by: .person, course: company.first, team: company.max.person.id)
        let rows = ["Paul, A first, 1 1 0 3 1", "Rita, A first, 1 1 1 3 3"]
        #expect(try await company.report(request, as: company.dora) == rows)
        #expect(try await company.report(request, as: company.max) == rows)
        let others = CompletionRequest(by: .course, team: company.mona.person.id)
        await #expect { try await company.report(others, as: company.max) } throws: {
            ($0 as? Refusal)?.kind == .missing
        }
    }

    @Test func `a trainer reads names in their own courses alone, and numbers of all`() async throws {
        let company = try await BigCompany()
        let tina = company.tina
        #expect(try await company.report(CompletionRequest(by: .course), as: tina).count == 2)
        #expect(
            try await company.report(CompletionRequest(by: .person), as: tina) == [
                "Max, A first, 1 0 0 3 0", "Paul, A first, 1 1 0 3 1", "Rita, A first, 1 1 1 3 3",
                "Rolf, A first, 1 1 0 3 0", "Sam, A first, 1 0 0 3 0",
            ])
        #expect(
            try await company.report(CompletionRequest(by: .team), as: tina) == [
                "Dora, A first, 4 3 1 12 4", "Max, A first, 2 2 1 6 4", "Mona, A first, 1 1 0 3 0",
            ])
        #expect(try await company.report(CompletionRequest(by: .person, course: company.second), as: tina) == [])
        let max = CompletionRequest(by: .course, team: company.max.person.id)
        #expect(try await company.report(max, as: tina) == ["A first, 2 2 1 6 4"])
    }

    @Test func `a trainer who leads a team reads both, and nothing twice`() async throws {
        let company = try await BigCompany()
        let boss = try await company.test.person("Bo", roles: [.trainer])
        let low = try await company.test.person("Low", manager: boss.person)
        try await company.test.enroll(low.person, in: company.second)
        let own = try await company.test.publish(BigCompany.draft("third", "C third"), by: boss.person.id).course
        try await company.test.enroll(low.person, in: own)
        try await company.test.enroll(company.sam.person, in: own)
        #expect(
            try await company.report(CompletionRequest(by: .person), as: boss) == [
                "Low, B second, 1 0 0 3 0", "Low, C third, 1 0 0 3 0", "Sam, C third, 1 0 0 3 0",
            ])
        #expect(
            try await company.report(CompletionRequest(by: .team), as: boss) == [
                "Bo, B second, 1 0 0 3 0", "Bo, C third, 1 0 0 3 0",
            ])
    }

    @Test func `a leader reads numbers of five people and more, and never a name`() async throws {
        let company = try await BigCompany()
        let lou = company.lou
        #expect(try await company.report(CompletionRequest(by: .course), as: lou) == ["A first, 5 3 1 15 4"])
        #expect(try await company.report(CompletionRequest(by: .module), as: lou).count == 2)
        for refused in [
            CompletionRequest(by: .team), CompletionRequest(by: .person),
            CompletionRequest(by: .course, team: company.dora.person.id),
        ] {
            await #expect { try await company.report(refused, as: lou) } throws: {
                ($0 as? Refusal)?.kind == .forbidden
            }
        }
        // One less, and there is nothing.
        _ = try await company.test.campus.changePerson(
            company.sam.person.id, PersonChange(leaving: .set(.now)), revision: 1, .operator)
        #expect(try await company.report(CompletionRequest(by: .course), as: lou) == [])
    }

    @Test func `one person twice is not two of the five`() async throws {
        let company = try await BigCompany()
        _ = try await company.test.campus.changePerson(
            company.sam.person.id, PersonChange(leaving: .set(.now)), revision: 1, .operator)
        // Rita is done with the first time round and takes it again.
        try await company.test.enroll(company.rita.person, in: company.first)
        #expect(
            try await company.report(CompletionRequest(by: .course, course: company.first))
                == ["A first, 5 3 1 15 4"])
        #expect(try await company.report(CompletionRequest(by: .course), as: company.lou) == [])
    }

    @Test func `a leader who manages cannot subtract their own team from the whole`() async throws {
        let company = try await BigCompany()
        let boss = try await company.test.person("Lee", roles: [.leader, .manager])
        for number in 1...5 {
            let low = try await company.test.person("Low \(number)", manager: boss.person)
            try await company.test.enroll(low.person, in: company.second)
        }
        // Six in all, of whom five are below them: the sixth would stand alone.
        #expect(
            try await company.report(CompletionRequest(by: .course), as: boss) == ["A first, 5 3 1 15 4"])
        let own = CompletionRequest(by: .course, team: boss.person.id)
        #expect(try await company.report(own, as: boss) == ["B second, 5 0 0 15 0"])
    }

    @Test func `learners are told nothing of others`() async throws {
        let company = try await BigCompany()
        for grouping in CompletionGrouping.allCases {
            await #expect { try await company.report(CompletionRequest(by: grouping), as: company.rita) } throws: {
                ($0 as? Refusal)?.kind == .forbidden
            }
        }
    }

    @Test(arguments: Backend.allCases)
    func `a module that the present version lacks keeps its title`(backend: Backend) async throws {
        let company = try await BigCompany(backend)
        var next = BigCompany.draft("first", "A first, again")
        next.versionLabel = "2"
        next.modules[1] = CourseModule(
            key: "hold", kind: .coaching, title: "Hold it", steps: [Step(key: "mine", kind: .pledge, title: "Pledge")])
        try await company.test.publish(next)
        try await company.test.enroll(company.ada.person, in: company.first)
        #expect(
            try await company.report(CompletionRequest(by: .module, course: company.first)) == [
                "A first, again, See it, 6 3 1 12 3", "A first, again, Hold it, 1 0 0 1 0",
                "A first, again, Do it, 5 1 1 5 1",
            ])
    }

    @Test func `a long report comes whole, a part at a time`() async throws {
        let company = try await BigCompany()
        for number in 100..<350 {
            let person = try await company.test.person("Low \(number)", manager: company.mona.person).person
            if number.isMultiple(of: 2) { try await company.test.enroll(person, in: company.second) }
        }
        let request = CompletionRequest(by: .person, course: company.second, team: company.mona.person.id)
        let rows = try await company.report(request, as: company.dora)
        #expect(rows == stride(from: 100, to: 350, by: 2).map { "Low \($0), B second, 1 0 0 3 0" })
        let part = try await company.test.campus.completion(request, .operator)
        #expect(part.rows.count == 50 && part.next != nil)
    }
}
