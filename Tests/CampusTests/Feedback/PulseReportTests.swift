import Campus
import Learning
import Persistence
import TestKit
import Testing

@Suite struct PulseReportTests {
    @Test(arguments: Backend.allCases)
    func `four answers to a pulse are not told, five are, each occurrence for itself`(backend: Backend) async throws {
        let stage = try await Stage(backend)
        let crew = try await stage.crew(5, under: stage.max)
        try await stage.answer(2, "So", by: crew.prefix(4))
        try await stage.answer(5, by: crew.prefix(1))
        try await stage.answer(1, occurrence: 2, by: crew.suffix(1))
        #expect(try await stage.report() == [])
        try await stage.answer(3, by: crew.suffix(1))
        let row = try #require(try await stage.report().first)
        #expect(row.place == .init(courseID: stage.course, activity: "pulse", occurrence: 1))
        #expect(row.courseTitle == "Ask before you pitch")
        #expect(row.activityTitle == "Pulse")
        #expect(row.scales.map(\.key) == ["belief"])
        #expect(row.scales.first?.scale?.prompt == "I believe in it.")
        #expect(row.scales.first?.people == 5)
        #expect(row.scales.first?.answers == 6)
        #expect(row.scales.first?.average == 16.0 / 6)
        // Four people wrote.
        #expect(row.words == [])
        try await stage.answer(3, "Aha", by: crew.suffix(1))
        try await stage.answer(4, occurrence: 2, by: crew.prefix(4))
        let rows = try await stage.report()
        #expect(rows.map(\.place.occurrence) == [1, 2])
        #expect(rows.map { $0.scales.map(\.people) } == [[5], [5]])
        #expect(rows.first?.words.map(\.words) == [["Aha 0", "So 0", "So 1", "So 2", "So 3"]])
        #expect(rows.first?.words.first?.key == nil)
        // The answer after the block of five waits for others.
        #expect(rows.first?.scales.first?.answers == 6)
        #expect(rows.last?.scales.first?.average == 17.0 / 5)
    }

    @Test(arguments: Backend.allCases)
    func `a team and what it is part of do not differ by a few`(backend: Backend) async throws {
        let stage = try await Stage(backend)
        let crew = try await stage.crew(6, under: stage.max)
        try await stage.answer(4, by: crew.prefix(5))
        try await stage.answer(1, by: try await stage.crew(2, under: stage.top))
        try await stage.answer(1, by: crew.suffix(1))
        for team in [nil, stage.max.id, stage.top.id] {
            let rows = try await stage.report(team: team, .operator)
            #expect(rows.flatMap { $0.scales.map(\.people) } == [5])
            #expect(rows.flatMap { $0.scales.map(\.average) } == [4])
        }
        let token = try await stage.test.person("Lea").token
        let refusal = await #expect(throws: Refusal.self) { try await stage.report(.token(token)) }
        #expect(refusal?.kind == .forbidden)
    }

    @Test(arguments: Backend.allCases)
    func `who moves to another team leaves behind what they answered`(backend: Backend) async throws {
        let stage = try await Stage(backend)
        let (nora, north) = try await stage.test.person("Nora", roles: [.manager])
        try await stage.answer(4, by: try await stage.crew(5, under: stage.max))
        let before = try await stage.report()
        #expect(before.count == 1)
        let max = stage.max.id
        try await stage.test.campus.database.write { connection in
            _ = try connection.execute("UPDATE person SET manager_id = \(nora.id) WHERE manager_id = \(max)")
        }
        #expect(try await stage.report() == before)
        #expect(try await stage.report(.token(north)) == [])
    }

    @Test func `a repeated, a refused and a late answer change no report`() async throws {
        let stage = try await Stage(.sqliteMemory)
        let crew = try await stage.crew(5, under: stage.max)
        try await stage.answer(4, by: crew)
        let before = try await stage.report()
        let events = (0..<5).map { _ in EventDraft.made(.answered, "pulse", in: crew[0].enrollment, occurrence: 9) }
        _ = try await stage.test.campus.record(events, .token(crew[0].token))
        let draft = EventDraft.made(
            .answered, "pulse", in: crew[0].enrollment, data: EventData(scores: ["belief": 1]))
        for _ in 0..<5 { _ = try await stage.test.campus.record([draft], .token(crew[0].token)) }
        #expect(try await stage.report() == before)
        _ = try await stage.test.campus.recompute()
        #expect(try await stage.report() == before)
    }

    /// A course that some managers' people are enrolled in.
    private struct Stage {
        struct Member {
            let token: String
            let enrollment: Identifier<Enrollment>
        }

        let test: TestCampus
        let course: Identifier<Course>
        let top: Person
        let max: Person
        let manager: String

        init(_ backend: Backend) async throws {
            test = try await TestCampus(backend)
            course = try await test.publish(.sample()).course
            top = try await test.person("Top", roles: [.manager]).person
            (max, manager) = try await test.person("Max", roles: [.manager], manager: top)
        }

        func crew(_ count: Int, under manager: Person) async throws -> [Member] {
            var crew: [Member] = []
            for number in 0..<count {
                let (person, token) = try await test.person("\(manager.name) \(number)", manager: manager)
                crew.append(Member(token: token, enrollment: try await test.enroll(person, in: course)))
            }
            return crew
        }

        func answer(
            _ belief: Int, _ words: String? = nil, occurrence: Int = 1, by crew: some Sequence<Member>
        ) async throws {
            for (number, member) in crew.enumerated() {
                let data = EventData(text: words.map { "\($0) \(number)" }, scores: ["belief": belief])
                let event = EventDraft.made(
                    .answered, "pulse", in: member.enrollment, occurrence: occurrence, data: data)
                let results = try await test.campus.record([event], .token(member.token))
                #expect(results.map(\.outcome) == [.recorded])
            }
        }

        func report(team: Identifier<Person>? = nil, _ access: Access? = nil) async throws -> [PulseReportRow] {
            try await test.campus.feedbackReport(course: nil, team: team, access ?? .token(manager)).pulses
        }
    }
}
