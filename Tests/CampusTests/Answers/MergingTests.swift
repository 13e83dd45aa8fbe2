import Campus
import Learning
import TestKit
import Testing

@Suite struct MergingTests {
    private func published(
        _ house: House, _ question: String, also: [String] = [], tags: [String] = [],
        course: Identifier<Course>? = nil
    ) async throws -> Answer {
        try await house.test.campus.createAnswer(
            AnswerFields(question: question, also: also, text: "Wait.", tags: tags, courseID: course), house.trainer)
    }

    @Test(arguments: Backend.allCases)
    func `two answers become one, which is found by all that either was asked by`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let kept = try await published(house, "A zebra in the office?", also: ["Stripes?"], tags: ["zoo"])
        let other = try await published(
            house, "May a quagga come in?", also: ["stripes?", "Okapi?"], tags: ["africa", "zoo"])
        let preview = try await campus.merger(of: kept.id, with: other.id, takesTags: true, house.trainer)
        #expect(preview.merger.newPhrasings == ["May a quagga come in?", "Okapi?"])
        #expect(preview.merger.newTags == ["africa"])
        #expect(try await campus.answer(kept.id, house.trainer) == kept)
        let early = try #require(try await campus.search(SearchRequest("okapi"), house.learner).id)
        house.test.clock.advance(seconds: 60)
        let merged = try await campus.merge(
            other.id, into: kept.id, revisions: (kept: 1, other: 1), takesTags: true, house.trainer)
        #expect(merged.fields.also == ["Stripes?", "May a quagga come in?", "Okapi?"])
        #expect(merged.fields.tags == ["africa", "zoo"])
        #expect(merged.fields.text == kept.fields.text)
        for words in ["okapi", "quagga", "zebra"] {
            #expect(try await house.titles(words, house.learner) == ["A zebra in the office?"])
        }
        // The other's address leads to the one that stays; trainers see what was there.
        #expect(try await campus.answer(other.id, house.learner).id == kept.id)
        #expect(try await campus.answer(other.id, house.learner).fields.also == [])
        let gone = try await campus.answer(other.id, house.trainer)
        #expect(gone.state == .retired)
        #expect(gone.mergedInto == kept.id)
        for answer in [kept, other] {
            let revisions = try await campus.revisions(of: answer.id, page: Page(limit: 9), house.trainer)
            #expect(revisions.map(\.revision.number) == [2, 1])
            #expect(revisions[1].revision.fields == answer.fields)
        }
        // Whoever found the other before says now that it helped.
        try await campus.recordOutcome(.helped, of: early, helpedBy: other.id, house.learner)
        let said = try await campus.searches(page: Page(limit: 9), house.learner).first { $0.id == early }
        #expect(said?.helpedBy == kept.id.description)
        // Both can be put back.
        _ = try await campus.restoreAnswer(kept.id, to: 1, revision: 2, house.trainer)
        let back = try await campus.restoreAnswer(other.id, to: 1, revision: 2, house.trainer)
        #expect(back.mergedInto == nil)
        #expect(try await campus.answer(other.id, house.learner).id == other.id)
        #expect(try await house.titles("okapi", house.learner) == ["May a quagga come in?"])
    }

    @Test(arguments: Backend.allCases)
    func `what people said, asked and proposed goes along`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, peers) = try await house.member("Max")
        let kept = try await published(house, "What eats grass?")
        let id = try await house.ask("A zebra?", isShared: true)
        let proposal = try await campus.propose("Wait.", to: id, .token(peers)).proposal.id
        let other = try #require(try await campus.accept(proposal, of: id, house.learner).question.answerID)
        let place = try await campus.answer(other, house.trainer)
        // What one says of one, the other of the other, is learned of both together.
        for (words, access, answer) in [
            ("feed the okapi hay", house.learner, kept.id), ("feed okapi hay today", .token(peers), other),
        ] {
            let search = try #require(try await campus.search(SearchRequest(words), access).id)
            try await campus.recordOutcome(.helped, of: search, helpedBy: answer, access)
        }
        let preview = try await campus.merger(of: kept.id, with: other, takesTags: false, house.trainer)
        #expect(preview.merger.isWider)
        #expect(preview.carried.searches == 1)
        #expect(preview.carried.questions == 1)
        #expect(preview.carried.proposals == 1)
        let merged = try await campus.merge(
            other, into: kept.id, revisions: (kept: 1, other: place.revision), takesTags: false, house.trainer)
        #expect(merged.questionID == id)
        let learned = try await campus.learnedPhrasings(of: kept.id, page: Page(limit: 9), house.trainer)
        #expect(learned.map(\.people) == [2])
        #expect(try await campus.learnedPhrasings(of: other, page: Page(limit: 9), house.trainer).isEmpty)
        #expect(try await campus.question(id, house.learner).question.answerID == kept.id)
        #expect(try await campus.proposals(to: id, house.trainer).map(\.proposal.answerID) == [kept.id])
        let said = try await campus.searches(page: Page(limit: 1), .token(peers))
        #expect(said.map(\.helpedBy) == ["\(kept.id)"])
        // Accepted again, the proposal is the one that stays.
        _ = try await campus.reopen(id, because: "It ran.", house.learner)
        #expect(try await campus.accept(proposal, of: id, house.learner).question.answerID == kept.id)
        // Whoever has the other on their screen still is helped by the one that stays.
        let late = try #require(try await campus.search(SearchRequest("okapi wants hay"), house.trainer).id)
        try await campus.recordOutcome(.helped, of: late, helpedBy: other, house.trainer)
        #expect(try await campus.learnedPhrasings(of: other, page: Page(limit: 9), house.trainer).isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func `an address leads on however often answers were merged, and to nothing that may not be seen`(
        backend: Backend
    ) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let first = try await published(house, "First?", course: house.course)
        let second = try await published(house, "Second?", course: house.course)
        let third = try await published(house, "Third?")
        _ = try await campus.merge(
            first.id, into: second.id, revisions: (kept: 1, other: 1), takesTags: true, house.trainer)
        // Lea is not in the course.
        #expect(await house.code { _ = try await campus.answer(first.id, house.learner) } == "not-found")
        _ = try await campus.merge(
            second.id, into: third.id, revisions: (kept: 1, other: 2), takesTags: true, house.trainer)
        // What nobody touched is what it was, under the revision that it had.
        let untouched = try await campus.answer(first.id, house.trainer)
        #expect(untouched.mergedInto == second.id && untouched.revision == 2)
        // What took it over may be read by all; that there was something in the course is still not said.
        #expect(await house.code { _ = try await campus.answer(first.id, house.learner) } == "not-found")
        let (_, members) = try await house.member("Max")
        #expect(try await campus.answer(first.id, .token(members)).id == third.id)
        let late = try #require(try await campus.search(SearchRequest("first"), .token(members)).id)
        try await campus.recordOutcome(.helped, of: late, helpedBy: first.id, .token(members))
        #expect(try await campus.searches(page: Page(limit: 1), .token(members)).map(\.helpedBy) == ["\(third.id)"])
        #expect(try await house.titles("first", house.learner) == ["Third?"])
        #expect(try await campus.answer(third.id, house.learner).fields.also == [])
    }

    @Test func `what does not go together stays apart`() async throws {
        let house = try await House()
        let campus = house.test.campus
        let open = try await published(house, "Open?")
        let closed = try await published(house, "Closed?", course: house.course)
        let retired = try await published(house, "Retired?")
        _ = try await campus.updateAnswer(retired.id, revision: 1, house.trainer) { $0.state = .retired }
        let full = try await published(house, "Full?", also: (0..<Limits.phrasings.value).map { "Way \($0)?" })
        func code(
            _ other: Answer, into kept: Answer, _ revisions: (Int, Int) = (1, 1), _ access: Access? = nil
        ) async -> String? {
            await house.code {
                _ = try await campus.merge(
                    other.id, into: kept.id, revisions: (kept: revisions.0, other: revisions.1), takesTags: true,
                    access ?? house.trainer)
            }
        }
        #expect(await code(open, into: open) == "same-answer")
        #expect(await code(open, into: closed) == "narrower-course")
        #expect(await code(retired, into: open, (1, 2)) == "unknown-answer")
        #expect(await code(open, into: retired, (2, 1)) == "answer-retired")
        #expect(await code(open, into: full) == "too-many-phrasings")
        #expect(await code(closed, into: open, (2, 1)) == "stale")
        #expect(await code(closed, into: open, (1, 2)) == "stale")
        #expect(await code(closed, into: open, (1, 1), house.learner) == "not-allowed")
        for access in [house.learner] {
            #expect(
                await house.code {
                    _ = try await campus.merger(of: open.id, with: closed.id, takesTags: true, access)
                } == "not-allowed")
            #expect(await house.code { _ = try await campus.likelyDuplicates(of: open.id, access) } == "not-allowed")
        }
        #expect(try await campus.answer(open.id, house.trainer) == open)
    }

    @Test(arguments: Backend.allCases)
    func `answers that ask nearly the same are suggested, others are not`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let answer = try await published(house, "tag: What does the zebra \"insurance\" cost?")
        let near = try await published(house, "How much does zebra insurance cost?")
        let other = try await published(house, "Who insures a car?", also: ["Zebra insurance costs?"])
        _ = try await published(house, "Where is the zebra?")
        let retired = try await published(house, "Zebra insurance cost?")
        _ = try await campus.updateAnswer(retired.id, revision: 1, house.trainer) { $0.state = .retired }
        let found = try await campus.likelyDuplicates(of: answer.id, house.trainer)
        #expect(Set(found.map(\.id)) == [near.id, other.id])
        #expect(try await campus.searches(page: Page(limit: 1), house.trainer).isEmpty)
    }
}
