import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct FeedbackReportTests {
    @Test(arguments: Backend.allCases)
    func `four people are not told of, five are`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (max, manager) = try await test.person("Max", roles: [.manager])
        let crew = try await test.crew(5, under: max)
        try await test.say(2, "So", on: course, activity: "reasons", by: crew.prefix(4))
        try await test.say(5, on: course, activity: "reasons", by: crew.prefix(1))
        #expect(try await test.campus.feedbackReport(course: nil, team: nil, .token(manager)).feedback == [])
        try await test.say(3, on: course, activity: "reasons", by: crew.suffix(1))
        let row = try #require(
            try await test.campus.feedbackReport(course: nil, team: nil, .token(manager)).feedback.first)
        #expect(row.place == .init(courseID: course, activity: "reasons"))
        #expect(row.activityTitle == "Three kinds of reasons")
        #expect(row.raters == 5)
        #expect(row.ratings == 6)
        #expect(row.average == 16.0 / 6)
        // Four people wrote: their words stay with the trainers.
        #expect(row.writers == nil)
        #expect(row.words == [])
        try await test.say(nil, "Aha", on: course, activity: "reasons", by: crew.suffix(1))
        let told = try await test.campus.feedbackReport(course: course, team: max.id, .token(manager)).feedback
        #expect(told.first?.words == ["Aha 0", "So 0", "So 1", "So 2", "So 3"])
        #expect(told.first?.writers == 5)
    }

    @Test(arguments: Backend.allCases)
    func `whoever is one of the five is not told of the other four`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let max = try await test.person("Max", roles: [.manager]).person
        let leader = try await test.person("Lou", roles: [.learner, .leader], manager: max).token
        let crew = try await test.crew(9, under: max)
        let own = crew.prefix(4) + [leader]
        try await test.say(3, "So", on: course, by: own)
        let other = try await test.person("Lea", roles: [.leader]).token
        func raters(_ token: String) async throws -> [Int?] {
            try await test.campus.feedbackReport(course: course, team: nil, .token(token)).feedback.map(\.raters)
        }
        #expect(try await raters(leader) == [])
        #expect(try await raters(other) == [5])
        try await test.say(5, on: course, by: crew.suffix(5))
        #expect(try await raters(leader) == [5])
        #expect(try await raters(other) == [10])
    }

    @Test(arguments: Backend.allCases)
    func `a team and what it is part of do not differ by a few`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (top, director) = try await test.person("Top", roles: [.manager])
        let (max, manager) = try await test.person("Max", roles: [.manager], manager: top)
        let crew = try await test.crew(6, under: max)
        let beside = try await test.crew(2, under: top)
        try await test.say(4, on: course, by: crew.prefix(5))
        try await test.say(1, on: course, by: beside)
        try await test.say(1, on: course, by: crew.suffix(1))
        let leader = try await test.person("Lou", roles: [.leader]).token
        for (token, team) in [
            (manager, nil), (director, nil), (director, max.id), (leader, nil), (leader, top.id), (leader, max.id),
        ] as [(String, Identifier<Person>?)] {
            let rows = try await test.campus.feedbackReport(course: course, team: team, .token(token)).feedback
            #expect(rows.map(\.raters) == [5])
            #expect(rows.map(\.average) == [4])
        }
        await #expect(throws: Refusal.self) {
            try await test.campus.feedbackReport(course: course, team: top.id, .token(manager)).feedback
        }
    }

    @Test(arguments: Backend.allCases)
    func `who moves to another team leaves behind what they said`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (max, manager) = try await test.person("Max", roles: [.manager])
        let (nora, north) = try await test.person("Nora", roles: [.manager])
        try await test.say(4, on: course, by: try await test.crew(5, under: max))
        let before = try await test.campus.feedbackReport(course: course, team: nil, .token(manager)).feedback
        try await test.campus.database.write { connection in
            _ = try connection.execute(
                "UPDATE person SET manager_id = \(nora.id) WHERE manager_id = \(max.id)")
        }
        #expect(try await test.campus.feedbackReport(course: course, team: nil, .token(manager)).feedback == before)
        #expect(try await test.campus.feedbackReport(course: course, team: nil, .token(north)).feedback == [])
    }

    @Test(arguments: Backend.allCases)
    func `a small team is told of within a larger one alone`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (top, director) = try await test.person("Top", roles: [.manager])
        let (max, manager) = try await test.person("Max", roles: [.manager], manager: top)
        let (mia, _) = try await test.person("Mia", roles: [.manager], manager: top)
        try await test.say(4, on: course, by: try await test.crew(3, under: max))
        try await test.say(2, on: course, by: try await test.crew(2, under: mia))
        #expect(try await test.campus.feedbackReport(course: course, team: nil, .token(manager)).feedback == [])
        // The first ones spoke while Top's team was still small: they count for everybody alone.
        #expect(
            try await test.campus.feedbackReport(course: course, team: nil, .operator).feedback.map(\.raters) == [5])
        #expect(try await test.campus.feedbackReport(course: course, team: nil, .token(director)).feedback.count <= 1)
    }
}
