import Campus
import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct EnrollingTests {
    private func enroll(
        _ who: EnrollmentRequest.Who, _ company: SmallCompany, as somebody: SmallCompany.Somebody
    ) async throws -> [EnrollmentResult] {
        try await company.campus.enroll(EnrollmentRequest(who, course: company.course), .token(somebody.token))
    }

    private func code(_ result: EnrollmentResult) -> String? {
        if case .refused(let detail) = result.outcome { detail.code } else { nil }
    }

    @Test func `each enrolls whom they may, and every row says what became of it`() async throws {
        let company = try await SmallCompany()
        let people = [company.rep, company.peer, company.manager, company.stranger].map(\.person.id)
        let everybody = EnrollmentRequest.Who.people(people)
        // The director's tree; the rep is under way already.
        #expect(
            try await enroll(everybody, company, as: company.director).map(code)
                == ["already-enrolled", nil, nil, "not-found"])
        #expect(
            try await enroll(everybody, company, as: company.manager).map(code)
                == ["already-enrolled", "already-enrolled", "not-found", "not-found"])
        #expect(
            try await enroll(everybody, company, as: company.trainer).map(code)
                == ["already-enrolled", "already-enrolled", "already-enrolled", nil])
        let nobody = Identifier<Person>(stored: UUIDv7.make())
        #expect(try await enroll(.people([nobody, nobody]), company, as: company.admin).map(code) == ["not-found"])
        #expect(try await enroll(.people([]), company, as: company.admin) == [])
    }

    @Test(arguments: Backend.allCases)
    func `people and managers are named by personnel number as well`(backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let named: [(SmallCompany.Somebody, String)] = [
            (company.peer, "0042"), (company.manager, "M-7"), (company.stranger, "0099"),
        ]
        try await company.campus.database.write { connection in
            for (somebody, number) in named {
                _ = try connection.execute(
                    "UPDATE person SET external_id = \(number) WHERE id = \(somebody.person.id)")
            }
        }
        let peer = company.peer.person.id
        let results = try await enroll(
            .named(["0042", "\(peer)", "0099", "4711", "4711", ""]), company, as: company.manager)
        #expect(results.map(code) == [nil, "not-found", "not-found", "not-found"])
        #expect(results.map(\.row) == [1, 3, 4, 6])
        #expect(results.map(\.given) == ["0042", "0099", "4711", ""])
        // Whose number it is, a manager of others is not told.
        #expect(results.map(\.person) == [peer, nil, nil, nil])
        let team = try await enroll(.team("M-7"), company, as: company.director)
        #expect(Set(team.compactMap(\.person)) == Set([company.rep, company.peer].map(\.person.id)))
        for name in ["0099", "nobody"] {
            await #expect(throws: Refusal.missing("team")) {
                try await enroll(.team(name), company, as: company.manager)
            }
        }
    }

    @Test func `a learner enrolls themself where the course is open, and nobody else`() async throws {
        let company = try await SmallCompany()
        let themself = EnrollmentRequest.Who.people([company.peer.person.id])
        await #expect(throws: Refusal.missing("course")) { try await enroll(themself, company, as: company.peer) }
        let course = company.course
        try await company.campus.database.write { connection in
            try connection.execute("UPDATE course SET is_open = 1 WHERE id = \(course)")
        }
        #expect(try await enroll(themself, company, as: company.peer).map(code) == [nil])
        let other = EnrollmentRequest.Who.people([company.stranger.person.id])
        #expect(try await enroll(other, company, as: company.peer).map(code) == ["not-found"])
    }

    @Test func `a team is everybody below its manager who is here`() async throws {
        let company = try await SmallCompany()
        let left = try await company.test.person("Lars", manager: company.manager.person).person
        try await company.campus.database.write { connection in
            try connection.execute("UPDATE person SET left_at = 1 WHERE id = \(left.id)")
        }
        let results = try await enroll(.team("\(company.director.person.id)"), company, as: company.director)
        #expect(
            Set(results.compactMap(\.person)) == Set([company.manager, company.rep, company.peer].map(\.person.id)))
        #expect(results.count { code($0) == nil } == 2)
        await #expect(throws: Refusal.missing("team")) {
            try await enroll(.team("\(company.director.person.id)"), company, as: company.manager)
        }
        #expect(try await enroll(.people([left.id]), company, as: company.manager).map(code) == ["left"])
    }

    @Test func `a team of any size is enrolled, each once`() async throws {
        let company = try await SmallCompany()
        let manager = company.peer.person.id
        let team = EnrollmentRequest.Who.team("\(manager)")
        try await company.campus.database.write { connection in
            for number in 0..<450 {
                try PersonStore.insert(
                    Person(
                        id: Identifier(stored: UUIDv7.make()), name: "Rep \(number)", roles: [.learner],
                        managerID: manager, createdAt: TestClock.start), connection)
            }
        }
        #expect(try await enroll(team, company, as: company.director).count { code($0) == nil } == 450)
        #expect(
            try await enroll(team, company, as: company.director).allSatisfy {
                code($0) == "already-enrolled" && $0.enrollment != nil
            })
        let counters = try await company.test.progressTables()["completion_counter"] ?? []
        #expect(counters.contains { $0.contains(manager.text) && $0.contains("integer(450)") })
    }

    @Test func `the first day is today where the person is, unless said otherwise`() async throws {
        let company = try await SmallCompany()
        let peer = company.peer.person.id
        // 2026-03-02T23:30:00Z is the 3rd in Berlin.
        company.test.clock.advance(seconds: 14 * 3600 + 1800)
        try await company.campus.database.write { connection in
            try connection.execute("UPDATE person SET time_zone = 'Europe/Berlin' WHERE id = \(peer)")
        }
        let request = EnrollmentRequest(.people([peer, company.manager.person.id]), course: company.course)
        let ids = try await company.campus.enroll(request, .operator).compactMap(\.enrollment)
        var days: [String] = []
        for id in ids { days.append("\(try await company.campus.enrollment(id, .operator).enrollment.startsOn)") }
        #expect(days == ["2026-03-03", "2026-03-02"])
        await #expect {
            _ = try await company.campus.enroll(
                EnrollmentRequest(.people([peer]), course: company.course, timeZone: "Mars/Olympus"), .operator)
        } throws: { ($0 as? Refusal)?.code == "bad-time-zone" }
    }

    @Test func `who was done may begin again, as another enrollment`() async throws {
        let draft = CourseDraft(
            key: "one", title: "One",
            modules: [
                CourseModule(key: "m", kind: .training, title: "M", steps: [Step(key: "a", kind: .lesson, title: "A")])
            ])
        let company = try await SmallCompany(draft: draft)
        _ = try await company.send(.made(.completed, "a", in: company.enrollment), as: company.rep)
        let results = try await enroll(.people([company.rep.person.id]), company, as: company.manager)
        #expect(results.map(code) == [nil])
        #expect(results[0].enrollment != company.enrollment)
    }

    @Test func `enrollments are seen by their learner, those above, the course's trainer and admins`() async throws {
        let company = try await SmallCompany()
        for (somebody, count) in [
            (company.rep, 1), (company.manager, 1), (company.director, 1), (company.trainer, 1), (company.admin, 1),
            (company.peer, 0), (company.stranger, 0), (company.otherTrainer, 0),
        ] {
            let access = Access.token(somebody.token)
            let list = try await company.campus.enrollments(EnrollmentFilter(), page: Page(limit: 10), access)
            #expect(list.count == count)
            let one = try? await company.campus.enrollment(company.enrollment, access)
            #expect((one != nil) == (count == 1))
            #expect(one == list.first)
        }
        func count(_ filter: EnrollmentFilter) async throws -> Int {
            try await company.campus.enrollments(filter, page: Page(limit: 10), .operator).count
        }
        #expect(try await count(EnrollmentFilter(team: company.director.person.id)) == 1)
        #expect(try await count(EnrollmentFilter(team: company.rep.person.id)) == 0)
        #expect(try await count(EnrollmentFilter(person: company.rep.person.id, course: company.course)) == 1)
        #expect(try await count(EnrollmentFilter(person: company.peer.person.id)) == 0)
    }
}
