import Campus
import Learning
import TestKit
import Testing

@Suite struct VerificationTests {
    @Test(arguments: Backend.allCases)
    func `what somebody stands for says so until the day to look again is over`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let answer = try await campus.createAnswer(
            AnswerFields(question: "A zebra?", text: "Wait.", ownerID: house.person.id), house.trainer)
        func isVerified() async throws -> Bool? {
            try await campus.search(SearchRequest("zebra"), house.learner).hits.first?.isVerified
        }
        #expect(try await isVerified() == true)
        house.test.clock.advance(seconds: Int64(AnswerFields.verifyAfterDays) * 86_400)
        #expect(try await isVerified() == true)
        house.test.clock.advance(seconds: 86_400)
        #expect(try await isVerified() == false)
        let due = AnswerFilter(state: .published, ownerID: house.person.id, dueBy: campus.today, isByDue: true)
        #expect(try await campus.answers(due, page: Page(limit: 9), house.learner).map(\.id) == [answer.id])
        let verified = try await campus.verifyAnswer(answer.id, revision: 1, house.learner)
        #expect(verified.verifiedBy == house.person.id)
        #expect(verified.verifiedAt == house.test.clock.now)
        #expect(verified.fields.verifyBy == campus.today.advanced(days: AnswerFields.verifyAfterDays))
        #expect(verified.revision == 2)
        #expect(try await isVerified() == true)
        #expect(try await campus.answers(due, page: Page(limit: 9), house.learner) == [])
    }

    @Test func `only its owner and trainers say that an answer holds, of the state that they saw, for a day to come`()
        async throws
    {
        let house = try await House(isEnrolled: true)
        let campus = house.test.campus
        let answer = try await campus.createAnswer(AnswerFields(question: "Why?", text: "So."), house.trainer)
        func code(_ access: Access, revision: Int = 1, until day: CivilDate? = nil) async -> String? {
            await house.code { _ = try await campus.verifyAnswer(answer.id, revision: revision, until: day, access) }
        }
        #expect(await code(house.learner) == "not-allowed")
        #expect(await code(house.trainer, revision: 7) == "stale")
        #expect(await code(house.trainer, until: campus.today) == "too-early")
        #expect(await code(house.trainer, until: campus.today.advanced(days: 1)) == nil)
    }

    @Test func `an answer that is given a later day was looked at, one that is edited otherwise was not`() async throws
    {
        let house = try await House()
        let campus = house.test.campus
        let answer = try await campus.createAnswer(AnswerFields(question: "Why?", text: "So."), house.trainer)
        house.test.clock.advance(seconds: 200 * 86_400)
        let edited = try await campus.updateAnswer(answer.id, revision: 1, house.trainer) {
            $0.fields.text = "Because."
        }
        #expect(edited.verifiedAt == answer.verifiedAt)
        #expect(!edited.isVerified(on: campus.today))
        let day = campus.today.advanced(days: 5)
        let later = try await campus.updateAnswer(answer.id, revision: 2, house.trainer) { $0.fields.verifyBy = day }
        #expect(later.verifiedAt == house.test.clock.now)
        #expect(later.isVerified(on: campus.today))
    }

    @Test func `what a course brings was looked at by its author`() async throws {
        let house = try await House(isEnrolled: true)
        let hit = try await house.test.campus.search(SearchRequest("they open with the price"), house.learner).hits
            .first
        #expect(hit?.kind == .answer)
        #expect(hit?.isVerified == true)
    }
}
