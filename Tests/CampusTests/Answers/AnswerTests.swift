import Campus
import Learning
import Store
import TestKit
import Testing

@Suite struct AnswerTests {
    @Test(arguments: Backend.allCases)
    func `a new answer is the trainer's to keep, for ninety days`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (trainer, token) = try await test.person("Tia", roles: [.trainer])
        let made = try await test.campus.createAnswer(
            AnswerFields(
                question: " What now? ", also: ["And then?", " and then? ", "what NOW?", ""], text: "Wait.\n",
                tags: ["b", " a", "b"]), .token(token))
        #expect(made.fields.question == "What now?")
        #expect(made.fields.also == ["And then?"])
        #expect(made.fields.text == "Wait.")
        #expect(made.fields.tags == ["a", "b"])
        #expect(made.fields.ownerID == trainer.id)
        #expect(made.fields.verifyBy == CivilDate("2026-05-31"))
        #expect(made.revision == 1)
        #expect(try await test.campus.answer(made.id, .token(token)) == made)
    }

    @Test(arguments: Backend.allCases)
    func `a change needs the newest revision, and one that changes nothing makes none`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let access = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let made = try await test.campus.createAnswer(
            AnswerFields(question: "Q?", also: ["R?"], text: "T", tags: ["x"]), access)
        let same = try await test.campus.updateAnswer(made.id, revision: 1, access) { $0.fields.text = "T " }
        #expect(same == made)
        test.clock.advance(seconds: 60)
        let changed = try await test.campus.updateAnswer(made.id, revision: 1, access) { answer in
            answer.fields.also = ["S?", "R?"]
            answer.fields.tags = []
        }
        #expect(changed.revision == 2)
        #expect(changed.updatedAt == made.createdAt.advanced(bySeconds: 60))
        #expect(try await test.campus.answer(made.id, access) == changed)
        await #expect(throws: Refusal.self) {
            try await test.campus.updateAnswer(made.id, revision: 1, access) { $0.fields.text = "late" }
        }
        #expect(try await test.campus.answer(made.id, access) == changed)
    }

    @Test func `everything that is wrong is said at once, with its place`() async throws {
        let test = try await TestCampus()
        let access = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.createAnswer(
                AnswerFields(
                    question: "", also: ["\0"], text: String(repeating: "xxx ", count: 25_001),
                    tags: (0...20).map { "t\($0)" }, ownerID: test.identifier(), language: "english!",
                    courseID: test.identifier()), access)
        }
        #expect(
            refusal?.details.map { "\($0.pointer) \($0.code)" } == [
                "/question empty", "/text too-long", "/also/0 control-character", "/tags too-many",
                "/language bad-language", "/course_id unknown-course", "/owner_id unknown-person",
            ])
    }

    @Test func `an activity belongs to a course that has it`() async throws {
        let test = try await TestCampus()
        let (course, _) = try await test.publish(.sample())
        let access = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        func codes(_ course: Identifier<Course>?, _ activity: String) async -> [String] {
            let refusal = await #expect(throws: Refusal.self) {
                try await test.campus.createAnswer(
                    AnswerFields(question: "Q?", text: "T", courseID: course, activity: activity), access)
            }
            return refusal?.details.map(\.code) ?? []
        }
        #expect(await codes(nil, "reasons") == ["course-missing"])
        #expect(await codes(course, "no such") == ["unknown-activity"])
        let made = try await test.campus.createAnswer(
            AnswerFields(question: "Q?", text: "T", courseID: course, activity: "reasons"), access)
        #expect(made.fields.activity == "reasons")
    }

    @Test(arguments: Backend.allCases)
    func `a list shows what the caller may see, newest first`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let learner = Access.token(try await test.person("Lea").token)
        let (course, _) = try await test.publish(.sample())
        var made: [Answer] = []
        for (question, courseID) in [("One?", nil), ("Two?", course), ("Three?", nil)] {
            made.append(
                try await test.campus.createAnswer(
                    AnswerFields(question: question, also: ["\(question)?"], text: "T", courseID: courseID), trainer))
        }
        _ = try await test.campus.updateAnswer(made[2].id, revision: 1, trainer) { $0.state = .retired }
        func questions(_ filter: AnswerFilter, _ access: Access, after: Identifier<Answer>? = nil) async throws
            -> [String]
        {
            try await test.campus.answers(filter, page: Page(after: after.map { .init(id: $0) }, limit: 10), access)
                .map(\.fields.question)
        }
        let all = ["Three?", "Two?", "One?", "What do I say when they open with the price?"]
        #expect(try await questions(AnswerFilter(), trainer) == all)
        #expect(try await questions(AnswerFilter(), trainer, after: made[1].id) == Array(all.dropFirst(2)))
        #expect(try await questions(AnswerFilter(state: .retired), trainer) == ["Three?"])
        #expect(try await questions(AnswerFilter(courseID: course), trainer) == ["Two?", all[3]])
        #expect(try await questions(AnswerFilter(tag: "price"), trainer) == [all[3]])
        #expect(try await questions(AnswerFilter(state: .retired), learner) == ["One?"])
        #expect(try await questions(AnswerFilter(courseID: course), learner) == [])
        try await test.setOpen(true, course)
        #expect(try await questions(AnswerFilter(), learner) == ["Two?", "One?", all[3]])
        // Other phrasings may be somebody's own words.
        #expect(try await test.campus.answer(made[0].id, learner).fields.also == [])
        #expect(try await test.campus.answer(made[0].id, trainer).fields.also == ["One??"])
        await #expect(throws: Refusal.missing("answer")) { try await test.campus.answer(made[2].id, learner) }
    }

    @Test func `only trainers write`() async throws {
        let test = try await TestCampus()
        for roles in [[.learner], [.manager], [.leader]] as [Set<Role>] {
            let access = Access.token(try await test.person("X", roles: roles).token)
            let refusal = await #expect(throws: Refusal.self) {
                try await test.campus.createAnswer(AnswerFields(question: "Q?", text: "T"), access)
            }
            #expect(refusal?.kind == .forbidden)
        }
    }
}

extension TestCampus {
    /// An id that nothing has.
    func identifier<Subject>(_ subject: Subject.Type = Subject.self) -> Identifier<Subject> {
        Identifier(stored: UUIDv7.make())
    }
}
