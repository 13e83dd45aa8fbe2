import Campus
import Learning
import TestKit
import Testing

@Suite struct AnswerRevisionTests {
    @Test(arguments: Backend.allCases)
    func `what an answer was is kept with who changed what, and put back as a new revision`(
        backend: Backend
    ) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let other = try await house.test.person("Udo", roles: [.trainer])
        let first = try await campus.createAnswer(
            AnswerFields(question: "A zebra?", also: ["Stripes?"], text: "Wait.", tags: ["zoo"]), house.trainer)
        house.test.clock.advance(seconds: 60)
        _ = try await campus.updateAnswer(first.id, revision: 1, .token(other.token)) { answer in
            answer.fields.text = "Run."
            answer.fields.also = []
        }
        _ = try await campus.updateAnswer(first.id, revision: 2, house.trainer) { $0.state = .retired }
        func listed(_ page: Page<Int> = Page(limit: 9)) async throws -> [AnswerRevisionView] {
            try await campus.revisions(of: first.id, page: page, house.trainer)
        }
        var revisions = try await listed()
        #expect(revisions.map(\.revision.number) == [3, 2, 1])
        #expect(revisions.map { $0.madeBy?.name } == ["Tia", "Udo", "Tia"])
        #expect(revisions.prefix(2).map(\.changed) == [["state"], ["text", "also"]])
        #expect(revisions[2].revision.fields == first.fields)
        #expect(revisions[2].revision.madeAt == first.createdAt)
        #expect(try await listed(Page(after: 3, limit: 1)).map(\.revision.number) == [2])
        #expect(try await house.titles("zebra", house.trainer) == [])
        let back = try await campus.restoreAnswer(first.id, to: 1, revision: 3, house.trainer)
        #expect(back.revision == 4)
        #expect(back.fields == first.fields)
        #expect(back.state == .published)
        #expect(try await house.titles("zebra stripes", house.trainer) == ["A zebra?"])
        revisions = try await listed()
        #expect(revisions.map(\.revision.number) == [4, 3, 2, 1])
        // What it is already makes no revision.
        #expect(try await campus.restoreAnswer(first.id, to: 4, revision: 4, house.trainer).revision == 4)
        #expect(
            await house.code { _ = try await campus.restoreAnswer(first.id, to: 9, revision: 4, house.trainer) }
                == "unknown-revision")
        #expect(
            await house.code { _ = try await campus.restoreAnswer(first.id, to: 1, revision: 3, house.trainer) }
                == "stale")
        #expect(
            await house.code { _ = try await campus.revisions(of: first.id, page: Page(limit: 1), house.learner) }
                == "not-allowed")
    }

    @Test(arguments: Backend.allCases)
    func `its owner and the day to look again stay when it is put back`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let answer = try await campus.createAnswer(AnswerFields(question: "Why?", text: "So."), house.trainer)
        let (owner, day) = (house.person.id, campus.today.advanced(days: 7))
        _ = try await campus.updateAnswer(answer.id, revision: 1, house.trainer) { answer in
            answer.fields.ownerID = owner
            answer.fields.verifyBy = day
            answer.fields.text = "Because."
        }
        let back = try await campus.restoreAnswer(answer.id, to: 1, revision: 2, house.trainer)
        #expect(back.fields.text == "So.")
        #expect(back.fields.ownerID == owner)
        #expect(back.fields.verifyBy == day)
    }

    @Test func `what a new version of a course changes is kept, too`() async throws {
        let house = try await House(isEnrolled: true)
        let campus = house.test.campus
        let answer = try await campus.answers(AnswerFilter(tag: "price"), page: Page(limit: 1), house.trainer)[0]
        // A version without answers.
        var draft = CourseDraft.sample(label: "2")
        draft.answers = []
        try await house.test.publish(draft)
        let revisions = try await campus.revisions(of: answer.id, page: Page(limit: 9), house.trainer)
        #expect(revisions.map(\.revision.state) == [.retired, .published])
    }
}
