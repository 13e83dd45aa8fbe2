import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct AuditTests {
    private func entries(_ test: TestCampus, _ filter: AuditFilter = AuditFilter()) async throws -> [AuditEntry] {
        try await test.campus.audit(filter, page: Page(limit: 100), .operator).map(\.entry)
    }

    @Test(arguments: Backend.allCases)
    func `whoever changes somebody is named, with what was and what is`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let admin = try await test.person("Ada", roles: [.admin]).person
        let draft = PersonDraft(name: "Nell New", email: "nell@example.com")
        let nell = try await test.campus.addPerson(draft, .person(admin.id))
        _ = try await test.campus.changePerson(
            nell.id, PersonChange(name: .set("Nell Novak"), roles: .set([.learner, .trainer])), revision: 1,
            .person(admin.id))
        // Nothing changes, nothing is noted.
        _ = try await test.campus.changePerson(
            nell.id, PersonChange(name: .set("Nell Novak")), revision: 2, .person(admin.id))
        let entries = try await entries(test, AuditFilter(person: nell.id))
        #expect(entries.map(\.verb) == [.personChanged, .personAdded])
        #expect(entries.allSatisfy { $0.actor == .person(admin.id) && $0.at == test.clock.now })
        #expect(
            entries[0].changes == [
                AuditChange("name", before: "Nell New", after: "Nell Novak"),
                AuditChange("roles", before: "learner", after: "learner, trainer"),
            ])
        #expect(entries[1].changes.contains(AuditChange("email", after: "nell@example.com")))
    }

    @Test func `whoever reports to somebody who leaves is noted as well, with whom they report to now`() async throws {
        let test = try await TestCampus()
        let top = try await test.person("Top").person
        let middle = try await test.person("Mid", manager: top).person
        let rep = try await test.person("Rep", manager: middle).person
        _ = try await test.campus.changePerson(middle.id, PersonChange(leaving: .set(.now)), revision: 1, .operator)
        let entries = try await entries(test)
        #expect(entries.map(\.person) == [rep.id, middle.id])
        #expect(
            entries.first?.changes == [
                AuditChange("manager_id", before: "\(middle.id)", after: "\(top.id)")
            ])
        #expect(entries.allSatisfy { $0.actor == .operator })
    }

    @Test func `a roster names its line, and a look at one leaves nothing`() async throws {
        let test = try await TestCampus()
        let csv = "external_id,name\n1,One\n2,Two\n"
        _ = try await test.campus.previewRoster(csv: csv, .operator)
        #expect(try await entries(test) == [])
        _ = try await test.campus.takeRoster(csv: csv, isInviting: false, .operator)
        let lines = try await entries(test).flatMap(\.changes).filter { $0.field == "roster_line" }.map(\.after)
        #expect(Set(lines) == ["2", "3"])
    }

    @Test func `tokens, links and passwords are noted, and never a secret`() async throws {
        let test = try await TestCampus()
        let (person, token) = try await test.person("Pia")
        try await test.setPassword("correct horse battery", of: person, email: "pia@example.com")
        let made = try await test.campus.makeToken(name: "sync", scope: .read, days: 1, .token(token))
        try await test.campus.revokeToken(made.token.id, .token(token))
        let invited = try await test.campus.invite(person.id, .reset, .operator)
        _ = try await test.campus.redeem(
            secret: invited.secret, password: "another horse battery", name: nil, email: nil)
        try await test.campus.setPassword("third horse battery", current: nil, of: person.id, .operator)
        let entries = try await entries(test)
        #expect(entries.map(\.verb) == [.passwordSet, .linkUsed, .linkMade, .tokenRevoked, .tokenMade])
        #expect(entries.map(\.actor) == [.operator, .link, .operator, .person(person.id), .person(person.id)])
        let rows = try await test.campus.database.read {
            try $0.column("SELECT changes || subject FROM audit", of: String.self)
        }.joined()
        for secret in [made.secret, invited.secret, "horse"] { #expect(!rows.contains(secret)) }
    }

    @Test func `courses, enrollments, moves and waivers are noted with whom they concern`() async throws {
        let test = try await TestCampus()
        let trainer = try await test.person("Tia", roles: [.trainer]).person
        let learner = try await test.person("Lea").person
        let made = try await test.publish(.sample(), by: trainer.id)
        _ = try await test.campus.updateCourse(
            made.course, isOpen: .set(true), owner: .keep, revision: 1, by: .operator)
        let enrollment = try await test.enroll(learner, in: made.course)
        _ = try await test.publish(.sample(label: "2"), by: trainer.id)
        _ = try await test.campus.move(MoveRequest(course: made.course), isLook: true, .person(trainer.id))
        _ = try await test.campus.move(MoveRequest(course: made.course), isLook: false, .person(trainer.id))
        let waiver = EventDraft.made(
            .waived, "card", in: enrollment, data: EventData(text: "Has one."), at: test.clock.now)
        let answers = await test.campus.recordTogether([
            EventRequest(access: .person(trainer.id), events: [waiver], via: .page)
        ])
        #expect(try answers[0].get().map(\.outcome) == [.recorded])
        let entries = try await entries(test)
        #expect(
            entries.map(\.verb) == [
                .waived, .moved, .versionPublished, .enrolled, .courseChanged, .versionPublished,
            ])
        #expect(entries.map(\.person) == [learner.id, learner.id, nil, learner.id, nil, nil])
        #expect(entries[0].subject == "\(enrollment)/card/1")
        #expect(entries[0].changes == [AuditChange("reason", after: "Has one.")])
        let ofEnrollment = try await self.entries(test, AuditFilter(subject: "\(enrollment)"))
        #expect(ofEnrollment.map(\.verb) == [.waived, .moved, .enrolled])
        let byTrainer = try await self.entries(test, AuditFilter(actor: trainer.id, verb: .versionPublished))
        #expect(byTrainer.count == 2)
        // The same again changes nothing and is not noted.
        _ = try await test.campus.move(MoveRequest(course: made.course), isLook: false, .operator)
        #expect(try await self.entries(test).count == entries.count)
    }

    @Test(arguments: Backend.allCases)
    func `answers are noted, and everybody reads what concerns themselves`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (trainer, token) = try await test.person("Tia", roles: [.trainer])
        let answer = try await test.campus.createAnswer(
            AnswerFields(question: "Why?", text: "Because."), .token(token))
        _ = try await test.campus.updateAnswer(answer.id, revision: 1, .token(token)) { $0.fields.text = "Therefore." }
        let noted = try await entries(test)
        #expect(noted.map(\.verb) == [.answerChanged, .answerPublished])
        #expect(noted[0].changes == [AuditChange("text", before: "Because.", after: "Therefore.")])
        _ = try await test.campus.changePerson(trainer.id, PersonChange(name: .set("Tia T.")), revision: 1, .operator)
        let own = try await test.campus.audit(AuditFilter(), page: Page(limit: 9), .token(token))
        #expect(own.map(\.entry.verb) == [.personChanged])
        let other = try await test.person("Other").person
        await #expect(throws: Refusal.missing("person")) {
            try await test.campus.audit(AuditFilter(person: other.id), page: Page(limit: 9), .token(token))
        }
    }

    @Test func `what is undone is not noted`() async throws {
        let test = try await TestCampus()
        let one = try await test.person("One").person
        _ = try await test.person("Two", manager: one)
        await #expect(throws: Refusal.self) {
            try await test.campus.addPerson(PersonDraft(name: ""), .operator)
        }
        await #expect(throws: Refusal.self) {
            try await test.campus.changePerson(one.id, PersonChange(managerID: .set(one.id)), revision: 1, .operator)
        }
        #expect(try await entries(test) == [])
    }
}
