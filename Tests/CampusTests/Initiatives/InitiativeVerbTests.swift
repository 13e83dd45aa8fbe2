import Campus
import Learning
import TestKit
import Testing

@Suite struct InitiativeVerbTests {
    @Test(arguments: Backend.allCases)
    func `a leader makes one and changes it, and it reads as it was written`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend)
        let initiative = try await company.initiative(courses: 2)
        let view = try await company.campus.initiative(initiative.id, .token(company.leader.token))
        #expect(view.summary.initiative == initiative)
        #expect(view.summary.sponsorName == "Lou")
        #expect(view.summary.ownerName == "Tia")
        #expect(view.courses.map(\.title) == ["Ask before you pitch", "Ask before you pitch"])
        #expect(view.courses[0].benefit?.html.contains("Fewer proposals.") == true)
        #expect(view.people == 0)
        #expect(view.isLed)
        let changed = try await company.campus.updateInitiative(
            initiative.id, revision: 1, .token(company.leader.token)
        ) { $0.title = " Ask before you pitch " }
        #expect(changed.summary.initiative.fields.title == "Ask before you pitch")
        await #expect(throws: Refusal.stale) {
            try await company.campus.updateInitiative(initiative.id, revision: 1, .token(company.leader.token)) {
                $0.title = "Late"
            }
        }
    }

    @Test func `who may make one, and for whom`() async throws {
        let company = try await InitiativeCompany()
        func make(_ token: String, sponsor: Person? = nil, owner: Person? = nil) async -> String? {
            do {
                _ = try await company.campus.createInitiative(
                    title: "T", why: "W", sponsor: sponsor?.id, owner: owner?.id, courses: [company.courses[0]],
                    startsOn: .read("2026-03-02"), timeZone: "UTC", .token(token))
                return nil
            } catch {
                return (error as? Refusal)?.code
            }
        }
        #expect(await make(company.leader.token) == nil)
        #expect(await make(company.leader.token, owner: company.trainer.person) == nil)
        #expect(await make(company.leader.token, owner: company.reps[0].person) == "no-owner")
        #expect(await make(company.leader.token, sponsor: company.otherLeader.person) == "not-yours")
        #expect(await make(company.admin.token, sponsor: company.otherLeader.person) == nil)
        #expect(await make(company.admin.token) == "invalid-fields")
        #expect(await make(company.admin.token, sponsor: company.manager.person) == "invalid-fields")
        for somebody in [company.manager, company.trainer, company.reps[0]] {
            #expect(await make(somebody.token) == "not-allowed")
        }
    }

    @Test func `a start that moves takes everybody's plan along, but for those on their own days`() async throws {
        let company = try await InitiativeCompany()
        let own = try await company.test.enroll(
            company.reps[0].person, in: company.courses[0], startsOn: try .read("2026-02-02"))
        let initiative = try await company.initiative(startsOn: "2026-03-20")
        let results = try await company.add(company.reps, to: initiative)
        _ = try await company.campus.updateInitiative(initiative.id, revision: 1, .token(company.leader.token)) {
            $0.startsOn = $0.startsOn.advanced(days: 9)
            $0.timeZone = "America/Santiago"
        }
        let later = try await company.campus.enrollment(results[1].places[0].enrollment, .operator).enrollment
        #expect(later.startsOn.description == "2026-03-29")
        #expect(later.timeZone == "America/Santiago")
        #expect(try await company.campus.enrollment(own, .operator).enrollment.startsOn.description == "2026-02-02")
        company.test.clock.advance(seconds: 30 * 86_400)
        let refusal = await #expect(throws: Refusal.self) {
            try await company.campus.updateInitiative(initiative.id, revision: 2, .token(company.leader.token)) {
                $0.startsOn = $0.startsOn.advanced(days: 30)
            }
        }
        #expect(refusal?.code == "has-begun")
    }

    @Test(arguments: Backend.allCases)
    func `whoever was under way before stays on their days, also where these are the initiative's`(
        backend: Backend
    ) async throws {
        let company = try await InitiativeCompany(backend)
        let day = try CivilDate.read("2026-03-20")
        let request = EnrollmentRequest(
            .people([company.reps[0].person.id]), course: company.courses[0], startsOn: day, timeZone: "Europe/Berlin")
        _ = try await company.campus.enroll(request, .operator)
        let initiative = try await company.initiative(startsOn: "2026-03-20")
        let results = try await company.add(company.reps, to: initiative)
        #expect(results.map(\.places.first?.how) == [.takenOver, .created, .created])
        _ = try await company.campus.updateInitiative(initiative.id, revision: 1, .token(company.leader.token)) {
            $0.startsOn = $0.startsOn.advanced(days: 9)
        }
        var starts: [String] = []
        for result in results {
            starts.append(
                try await company.campus.enrollment(result.places[0].enrollment, .operator).enrollment.startsOn
                    .description)
        }
        #expect(starts == ["2026-03-20", "2026-03-29", "2026-03-29"])
    }

    @Test func `a course that people are in stays`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        let other = company.courses[1]
        let swapped = try await company.campus.updateInitiative(
            initiative.id, revision: 1, .token(company.leader.token)
        ) { $0.courses = [other] }
        #expect(swapped.summary.initiative.fields.courses == [other])
        _ = try await company.add(company.reps, to: initiative)
        let first = company.courses[0]
        let refusal = await #expect(throws: Refusal.self) {
            try await company.campus.updateInitiative(initiative.id, revision: 2, .token(company.leader.token)) {
                $0.courses = [first]
            }
        }
        #expect(refusal?.code == "course-in-use")
    }

    @Test func `learners see those that they are in`() async throws {
        let company = try await InitiativeCompany()
        let initiative = try await company.initiative()
        _ = try await company.add([company.reps[0]], to: initiative)
        func seen(_ token: String, mine: Bool = false) async throws -> [Identifier<Initiative>] {
            try await company.campus.initiatives(onlyOwn: mine, page: Page(limit: 10), .token(token))
                .map(\.initiative.id)
        }
        for somebody in [company.leader, company.otherLeader, company.manager, company.trainer, company.admin] {
            #expect(try await seen(somebody.token) == [initiative.id])
            #expect(try await seen(somebody.token, mine: true) == [])
        }
        #expect(try await seen(company.reps[0].token, mine: true) == [initiative.id])
        #expect(try await seen(company.reps[1].token) == [])
        for (sponsor, wanted) in [(company.leader, [initiative.id]), (company.otherLeader, [])] {
            let sponsored = try await company.campus.initiatives(
                onlyOwn: false, sponsor: sponsor.person.id, page: Page(limit: 10), .token(company.leader.token))
            #expect(sponsored.map(\.initiative.id) == wanted)
        }
        await #expect(throws: Refusal.missing("initiative")) {
            try await company.campus.initiative(initiative.id, .token(company.reps[1].token))
        }
        // How many are in it is told to those who lead it.
        #expect(
            try await company.campus.initiative(initiative.id, .token(company.reps[0].token)).people == nil)
        // Names are those that the reader may know.
        func people(_ token: String) async throws -> [String] {
            try await company.campus.people(of: initiative.id, page: Page(limit: 10), .token(token)).map(\.name)
        }
        #expect(try await people(company.leader.token) == ["Rep 0"])
        #expect(try await people(company.otherLeader.token) == [])
        #expect(try await people(company.reps[0].token) == ["Rep 0"])
    }

    @Test(arguments: Backend.allCases)
    func `the invitation is answered, changed, and told in groups of five`(backend: Backend) async throws {
        let company = try await InitiativeCompany(backend, reps: 5)
        let initiative = try await company.initiative()
        _ = try await company.add(company.reps, to: initiative)
        func reply(_ number: Int, _ because: String?) async throws {
            _ = try await company.campus.reply(
                because == nil ? .imIn : .notYet, because: because, to: initiative.id,
                .token(company.reps[number].token))
        }
        func told() async throws -> InvitationReport? {
            try await company.campus.replies(to: initiative.id, .token(company.leader.token)).told
        }
        for number in 0..<4 { try await reply(number, number == 0 ? "I travel" : nil) }
        #expect(try await told()?.people == 0)
        try await reply(4, nil)
        #expect(try await told()?.areIn == 4)
        #expect(try await told()?.reasons == [])
        try await reply(0, nil)
        // The same once more is no new voice.
        try await reply(0, nil)
        #expect(try await told()?.areIn == 4)
        let own = try await company.campus.replies(to: initiative.id, .token(company.reps[0].token))
        #expect(own.own.map(\.answer) == [.notYet, .imIn])
        #expect(own.own[0].because == "I travel")
        #expect(own.told == nil)
        for somebody in [company.manager, company.trainer, company.otherLeader] {
            let replies = try await company.campus.replies(to: initiative.id, .token(somebody.token))
            #expect(replies.told == nil)
            #expect(replies.own == [])
            let refusal = await #expect(throws: Refusal.self) {
                try await company.campus.reply(.imIn, because: nil, to: initiative.id, .token(somebody.token))
            }
            #expect(refusal?.kind == .forbidden)
        }
    }
}
