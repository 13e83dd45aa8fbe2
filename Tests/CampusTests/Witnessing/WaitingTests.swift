import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What waits for whom: practices by their witness, coachings by their coach.
@Suite struct WaitingTests {
    /// A course with one practice of this witness, and a coaching every week with this coach.
    private static func draft(_ key: String, witness: Step.Witness, with coach: String = "manager") -> CourseDraft {
        CourseDraft(
            key: key, versionLabel: "1", language: "en", title: "Course \(key)",
            modules: [
                CourseModule(
                    key: "m", kind: .development, title: "M",
                    steps: [
                        Step(key: "calls", kind: .practice, title: "Three calls", evidence: .text, witness: witness),
                        Step(
                            key: "talk", kind: .coaching, title: "One on one",
                            schedule: Schedule(offset: Period(days: 10), every: Period(days: 14), times: 3),
                            with: coach),
                    ])
            ])
    }

    /// Everything that waits for somebody, read in pages of `limit`.
    private func waiting(_ campus: Campus, _ token: String, limit: Int = 100) async throws -> [String] {
        var found: [String] = []
        var page = Page<Waiting.Place>(limit: limit)
        while true {
            let rows = try await campus.waiting(page: page, .token(token))
            found += rows.map { "\($0.personName) \($0.courseTitle) \($0.item.activity) \($0.item.occurrence)" }
            guard rows.count == limit, let last = rows.last else { return found }
            page.after = last.place
        }
    }

    /// Enrolls the rep in a new course and hands its practice in.
    private func handIn(
        _ company: SmallCompany, _ witness: Step.Witness, owner: Identifier<Person>? = nil,
        by somebody: SmallCompany.Somebody? = nil
    ) async throws -> Identifier<Enrollment> {
        let learner = somebody ?? company.rep
        let made = try await company.test.publish(Self.draft(witness.rawValue, witness: witness), by: owner)
        let enrollment = try await company.test.enroll(learner.person, in: made.course)
        let event = EventDraft.made(.submitted, "calls", in: enrollment, data: EventData(text: "I asked."))
        #expect(try await company.send(event, as: learner) == [.recorded])
        return enrollment
    }

    @Test(arguments: Step.Witness.allCases, Backend.allCases)
    func `a practice waits for those who are asked first`(witness: Step.Witness, backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        _ = try await handIn(company, witness, owner: company.trainer.person.id)
        let expected: [Step.Witness: Set<String>] = [
            .manager: ["Max"], .peer: ["Max", "Paul"], .trainer: ["Tina"], .anyone: ["Max", "Paul", "Tina"],
        ]
        var found: Set<String> = []
        for somebody in [
            company.admin, company.director, company.manager, company.rep, company.peer, company.trainer,
            company.otherTrainer, company.stranger,
        ] where try await waiting(company.campus, somebody.token) == ["Rita Course \(witness.rawValue) calls 1"] {
            found.insert(somebody.person.name)
        }
        #expect(found == expected[witness])
    }

    @Test func `what nobody could be asked for comes to admins`() async throws {
        let company = try await SmallCompany()
        _ = try await handIn(company, .manager, by: company.director)
        _ = try await handIn(company, .trainer)
        #expect(
            try await waiting(company.campus, company.admin.token) == [
                "Dora Course manager calls 1", "Rita Course trainer calls 1",
            ])
    }

    @Test func `what is confirmed or returned waits no more, until it is handed in again`() async throws {
        let company = try await SmallCompany()
        let enrollment = try await handIn(company, .manager)
        let row = try await company.campus.waiting(page: Page(limit: 10), .token(company.manager.token)).first
        #expect(row?.evidence == "I asked." && row?.submittedAt == TestClock.start)
        company.test.clock.advance(seconds: 60)
        let returned = EventDraft.made(
            .returned, "calls", in: enrollment, data: EventData(text: "One more."), at: company.test.clock.now)
        #expect(try await company.send(returned, as: company.manager) == [.recorded])
        #expect(try await waiting(company.campus, company.manager.token) == [])
        company.test.clock.advance(seconds: 60)
        let again = EventDraft.made(
            .submitted, "calls", in: enrollment, data: EventData(text: "And I listened."), at: company.test.clock.now)
        #expect(try await company.send(again, as: company.rep) == [.recorded])
        let rows = try await company.campus.waiting(page: Page(limit: 10), .token(company.manager.token))
        #expect(rows.map(\.evidence) == ["And I listened."])
        _ = try await company.send(.made(.confirmed, "calls", in: enrollment), as: company.manager)
        #expect(try await waiting(company.campus, company.manager.token) == [])
    }

    @Test func `coachings come within a week of their day, one at a time, to the manager alone`() async throws {
        let company = try await SmallCompany()
        let made = try await company.test.publish(Self.draft("weekly", witness: .manager))
        let enrollment = try await company.test.enroll(company.rep.person, in: made.course)
        let manager = company.manager.token
        company.test.clock.advance(seconds: 2 * 86_400)
        #expect(try await waiting(company.campus, manager) == [])
        company.test.clock.advance(seconds: 1 * 86_400)
        #expect(try await waiting(company.campus, manager) == ["Rita Course weekly talk 1"])
        company.test.clock.advance(seconds: 30 * 86_400)
        #expect(try await waiting(company.campus, manager).contains("Rita Course weekly talk 1"))
        #expect(!(try await waiting(company.campus, manager)).contains("Rita Course weekly talk 2"))
        let held = EventDraft.made(.held, "talk", in: enrollment, at: company.test.clock.now)
        #expect(try await company.send(held, as: company.manager) == [.recorded])
        #expect(try await waiting(company.campus, manager).contains("Rita Course weekly talk 2"))
        for somebody in [company.director, company.peer, company.admin, company.rep] {
            #expect(try await waiting(company.campus, somebody.token) == [])
        }
    }

    @Test(arguments: ["manager", "peer", "trainer"], Backend.allCases)
    func `a coaching waits for those with whom it is`(coach: String, backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let made = try await company.test.publish(
            Self.draft(coach, witness: .manager, with: coach), by: company.trainer.person.id)
        let enrollment = try await company.test.enroll(company.rep.person, in: made.course)
        company.test.clock.advance(seconds: 9 * 86_400)
        let line = "Rita Course \(coach) talk 1"
        let expected: [String: Set<String>] = ["manager": ["Max"], "peer": ["Max", "Paul"], "trainer": ["Tina"]]
        var found: Set<String> = []
        for somebody in [
            company.admin, company.director, company.manager, company.rep, company.peer, company.trainer,
            company.otherTrainer, company.stranger,
        ] where try await waiting(company.campus, somebody.token).contains(line) {
            found.insert(somebody.person.name)
        }
        #expect(found == expected[coach])
        for somebody in [company.peer, company.manager, company.trainer] where found.contains(somebody.person.name) {
            let held = EventDraft.made(.held, "talk", in: enrollment, at: company.test.clock.now)
            #expect(try await company.send(held, as: somebody) == [.recorded])
        }
        #expect(!(try await waiting(company.campus, company.trainer.token)).contains(line))
    }

    @Test func `a coaching with a trainer of a course that nobody owns comes to admins`() async throws {
        let company = try await SmallCompany()
        let made = try await company.test.publish(Self.draft("open", witness: .manager, with: "trainer"))
        _ = try await company.test.enroll(company.rep.person, in: made.course)
        company.test.clock.advance(seconds: 9 * 86_400)
        #expect(try await waiting(company.campus, company.admin.token) == ["Rita Course open talk 1"])
        #expect(!(try await waiting(company.campus, company.manager.token)).contains("Rita Course open talk 1"))
    }

    @Test(arguments: [1, 2, 3, 7])
    func `pages end and begin where they meet`(limit: Int) async throws {
        let company = try await SmallCompany()
        let made = try await company.test.publish(Self.draft("many", witness: .manager))
        for number in 0..<5 {
            let person = try await company.test.person("Low \(number)", manager: company.manager.person)
            let enrollment = try await company.test.enroll(person.person, in: made.course)
            let event = EventDraft.made(.submitted, "calls", in: enrollment, data: EventData(text: "I asked."))
            #expect(try await company.send(event, as: person) == [.recorded])
        }
        company.test.clock.advance(seconds: 7 * 86_400)
        let all = try await waiting(company.campus, company.manager.token)
        #expect(Set(all).count == all.count)
        #expect(all.filter { $0.hasSuffix("calls 1") }.count == 5)
        #expect(all.filter { $0.hasSuffix("Course many talk 1") }.count == 5)
        #expect(try await waiting(company.campus, company.manager.token, limit: limit) == all)
    }

    @Test func `who left waits for nobody`() async throws {
        let company = try await SmallCompany()
        _ = try await handIn(company, .manager)
        _ = try await company.campus.changePerson(
            company.rep.person.id, PersonChange(leaving: .set(.now)), revision: 1, .operator)
        company.test.clock.advance(seconds: 20 * 86_400)
        #expect(try await waiting(company.campus, company.manager.token) == [])
    }
}
