import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What a course holds that somebody may not see shows in nothing that a search of theirs says.
@Suite struct SearchRightsTests {
    private let secret = "xylophone"

    private func house(_ backend: Backend) async throws -> (TestCampus, Identifier<Course>, Access, Person) {
        let test = try await TestCampus(backend)
        var draft = CourseDraft.sample()
        draft.modules[0].steps[1].text = "All about the \(secret)."
        draft.answers[0].question = "What is a \(secret)?"
        let course = try await test.publish(draft).course
        let (learner, token) = try await test.person("Lea")
        return (test, course, .token(token), learner)
    }

    @Test(arguments: Backend.allCases)
    func `a closed course shows in no hit, no count and no suggestion`(backend: Backend) async throws {
        let (test, course, learner, _) = try await house(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        _ = try await test.campus.createAnswer(AnswerFields(question: "What is a drum?", text: "T"), trainer)
        for words in [
            secret, "xylophne", "what is a \(secret)", "xylophones drum", "Ask before you pitch", "xyl", "xyl*",
            "\"a \(secret)\"", "course:ask \(secret)", "drum -\(secret)",
        ] {
            for limit in [1, 100] {
                let reply = try await test.campus.search(
                    SearchRequest(words, limit: limit, isTyping: limit == 1), learner)
                #expect(reply.completions.isEmpty, "\(words)")
                #expect(reply.hits.allSatisfy { $0.courseID == nil }, "\(words)")
                #expect(reply.hasMore == false, "\(words)")
                #expect(reply.suggestion == nil, "\(words)")
            }
        }
        await #expect(throws: Refusal.missing("course")) {
            try await test.campus.search(SearchRequest(secret, courseID: course), learner)
        }
        let unknown = test.identifier(Course.self)
        await #expect(throws: Refusal.missing("course")) {
            try await test.campus.search(SearchRequest(secret, courseID: unknown), learner)
        }
        #expect(try await test.campus.search(SearchRequest(secret), trainer).hits.count == 2)
        #expect(try await test.campus.search(SearchRequest("xylophne"), trainer).suggestion == secret)
        #expect(try await test.campus.search(SearchRequest("xyl", isTyping: true), trainer).completions == [secret])
        #expect(try await test.campus.search(SearchRequest("course:ask \(secret)"), trainer).hits.count == 2)
    }

    @Test(arguments: Backend.allCases)
    func `an open course is everybody's, a closed one its learners'`(backend: Backend) async throws {
        let (test, course, learner, person) = try await house(backend)
        func count(_ access: Access) async throws -> Int {
            try await test.campus.search(SearchRequest(secret), access).hits.count
        }
        #expect(try await count(learner) == 0)
        try await test.setOpen(true, course)
        #expect(try await count(learner) == 2)
        try await test.setOpen(false, course)
        #expect(try await count(learner) == 0)
        try await test.enrollDirectly(person, in: course)
        #expect(try await count(learner) == 2)
        #expect(try await count(.token(try await test.person("Max", roles: [.manager]).token)) == 0)
        #expect(try await count(.token(try await test.person("Kim", roles: [.leader]).token)) == 2)
        #expect(try await count(.token(try await test.person("Ann", roles: [.admin]).token)) == 2)
        #expect(try await count(.operator) == 2)
        #expect(try await count(.person(person.id)) == 2)
    }

    @Test func `rare words of other people's courses do not change the ranking`() async throws {
        let test = try await TestCampus()
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let learner = Access.token(try await test.person("Lea").token)
        for question in ["Which price list?", "Which list of reasons?"] {
            _ = try await test.campus.createAnswer(AnswerFields(question: question, text: "T"), trainer)
        }
        let before = try await test.campus.search(SearchRequest("price list reasons"), learner).hits
        let course = try await test.publish(.sample()).course
        await test.campus.tendSearch()
        for index in 0..<20 {
            _ = try await test.campus.createAnswer(
                AnswerFields(question: "Price \(index)?", text: "price", courseID: course), trainer)
        }
        let after = try await test.campus.search(SearchRequest("price list reasons"), learner).hits
        #expect(before.map(\.score) == after.map(\.score))
        #expect(before.map(\.title) == after.map(\.title))
    }
}

extension TestCampus {
    /// Enrolls a person by their row alone.
    func enrollDirectly(_ person: Person, in course: Identifier<Course>) async throws {
        let now = clock.now
        let id = identifier(Enrollment.self)
        try await campus.database.write { connection in
            _ = try connection.execute(
                """
                INSERT INTO enrollment (
                    id, person_id, course_id, version_id, starts_on, time_zone, created_at, required, done
                )
                SELECT \(id), \(person.id), id, version_id, '2026-03-02', 'UTC', \(now), 0, 0
                FROM course WHERE id = \(course)
                """)
        }
    }
}
