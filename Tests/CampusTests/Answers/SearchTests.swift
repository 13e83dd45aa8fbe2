import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct SearchTests {
    @Test(arguments: Backend.allCases)
    func `answers and lessons are found, by other phrasings, behaviors and titles too`(backend: Backend) async throws {
        let house = try await House(backend)
        #expect(
            try await house.titles("they ask what it costs", house.trainer).first
                == "What do I say when they open with the price?")
        #expect(try await house.titles("kinds of reasons", house.trainer).first == "Three kinds of reasons")
        // The behavior that the lesson serves.
        #expect(try await house.titles("before I give mine", house.trainer).contains("Three kinds of reasons"))
        // A quiz's questions are nobody's to read beforehand.
        #expect(try await house.titles("which has tabs feature", house.trainer) == [])
    }

    @Test func `a lesson is found as the version has it that its reader is on`() async throws {
        let house = try await House()
        _ = try await house.test.campus.enroll(
            EnrollmentRequest(.people([house.person.id]), course: house.course), .operator)
        var second = CourseDraft.sample(label: "2")
        second.modules[0].steps[1].title = "Four kinds of reasons"
        second.modules[0].steps.append(Step(key: "late", kind: .lesson, title: "Reasons that come late", text: "Wait."))
        try await house.test.publish(second)
        #expect(try await house.titles("kinds of reasons", house.learner).first == "Three kinds of reasons")
        #expect(try await house.titles("kinds of reasons", house.trainer).first == "Four kinds of reasons")
        #expect(
            try await house.titles("reasons that come late", house.learner).contains("Reasons that come late") == false)
        #expect(try await house.titles("reasons that come late", house.trainer).first == "Reasons that come late")
    }

    @Test func `a hit says what it is, why it ranked and where the words stand`() async throws {
        let house = try await House()
        let reply = try await house.test.campus.search(SearchRequest("the price they open with"), house.trainer)
        let hit = try #require(reply.hits.first)
        #expect(hit.kind == .answer)
        #expect(hit.rank == 1)
        #expect(hit.courseID == house.course)
        #expect(hit.courseTitle == "Ask before you pitch")
        #expect(hit.activity == "reasons")
        #expect(hit.tags == ["discovery", "price"])
        #expect(hit.text == "Ask what it costs them to leave it as it is.")
        #expect(hit.html?.contains("<strong>costs them</strong>") == true)
        #expect(hit.isWeak == false)
        #expect(reply.isWeak == false)
        #expect(hit.why.first.map { $0.share > 0 && $0.words.contains("price") } == true)
        #expect(hit.why.count > 1)
        #expect(abs(hit.why.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        let title = hit.highlights.first { $0.field == "title" }
        let scalars = Array(hit.title.unicodeScalars)
        let marked = title?.ranges.map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
        #expect(marked == ["open", "price"])
        #expect(hit.highlights.contains { $0.field == "tags/1" })
    }

    @Test func `nothing found is weak, and a wrong letter is read as what was meant`() async throws {
        let house = try await House()
        let nothing = try await house.test.campus.search(SearchRequest("zebra"), house.trainer)
        #expect(nothing.hits.isEmpty)
        #expect(nothing.isWeak)
        let repaired = try await house.test.campus.search(SearchRequest("open with the pirce"), house.trainer)
        #expect(repaired.suggestion == "open with the price")
        #expect(repaired.hits.first?.title == "What do I say when they open with the price?")
    }

    @Test func `a long text is cut between words`() async throws {
        let house = try await House()
        let text = Array(repeating: "**word**", count: 300).joined(separator: " ")
        _ = try await house.test.campus.createAnswer(AnswerFields(question: "Giraffe?", text: text), house.trainer)
        let hit = try await house.test.campus.search(SearchRequest("giraffe"), house.trainer).hits.first
        #expect(hit?.text == Array(repeating: "word", count: 79).joined(separator: " ") + "…")
    }

    @Test(arguments: Backend.allCases)
    func `what is written is found at once, what is retired no longer`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        #expect(try await house.titles("giraffe", house.learner) == [])
        let made = try await campus.createAnswer(AnswerFields(question: "A giraffe?", text: "T"), house.trainer)
        #expect(try await house.titles("giraffe", house.learner) == ["A giraffe?"])
        _ = try await campus.updateAnswer(made.id, revision: 1, house.trainer) { $0.fields.question = "A zebra?" }
        #expect(try await house.titles("giraffe", house.learner) == [])
        #expect(try await house.titles("zebra", house.learner) == ["A zebra?"])
        _ = try await campus.updateAnswer(made.id, revision: 2, house.trainer) { $0.state = .retired }
        #expect(try await house.titles("zebra", house.learner) == [])
        #expect(try await house.titles("zebra", house.trainer) == [])
    }

    @Test(arguments: Backend.allCases)
    func `the lessons and answers of a new version take the place of the old ones`(backend: Backend) async throws {
        let house = try await House(backend)
        #expect(try await house.titles("kinds", house.trainer) == ["Three kinds of reasons"])
        var draft = CourseDraft.sample(label: "2")
        draft.modules[0].steps[1] = Step(key: "new", kind: .lesson, title: "Giraffes", text: "Tall.")
        draft.answers[0] = AnswerDraft(key: "other", question: "How tall?", text: "Very.")
        try await house.test.publish(draft)
        await house.test.campus.tendSearch()
        #expect(try await house.titles("kinds", house.trainer) == [])
        #expect(try await house.titles("giraffes", house.trainer) == ["Giraffes"])
        #expect(try await house.titles("price", house.trainer) == [])
        #expect(Set(try await house.titles("tall", house.trainer)) == ["Giraffes", "How tall?"])
    }

    @Test(arguments: Backend.allCases)
    func `who is on an earlier version finds the lessons that it has`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        var draft = CourseDraft.sample(label: "2")
        draft.modules[0].steps[1] = Step(key: "new", kind: .lesson, title: "Giraffes", text: "Tall.")
        try await house.test.publish(draft)
        await house.test.campus.tendSearch()
        #expect(try await house.titles("three kinds of reasons", house.learner).contains("Three kinds of reasons"))
        #expect(try await house.titles("giraffes", house.learner) == [])
        #expect(!(try await house.titles("three kinds of reasons", house.trainer)).contains("Three kinds of reasons"))
        #expect(try await house.titles("giraffes", house.trainer) == ["Giraffes"])
    }

    @Test func `a node that starts finds all, and what another process writes after the next round`() async throws {
        let house = try await House(.sqliteFile)
        let campus = house.test.campus
        #expect(try await house.titles("giraffe", house.trainer) == [])
        let other = Campus(
            database: try await Backend.sqliteFile.open(in: house.test.folder.url), blobs: campus.blobs,
            incoming: campus.incoming, logger: campus.logger)
        _ = try await other.createAnswer(AnswerFields(question: "A giraffe?", text: "T"), .operator)
        #expect(try await other.search(SearchRequest("giraffe"), .operator).hits.count == 1)
        #expect(try await other.search(SearchRequest("kinds of reasons"), .operator).hits.count == 1)
        #expect(await campus.tendSearch())
        #expect(try await house.titles("giraffe", house.trainer) == ["A giraffe?"])
    }

    @Test func `what somebody works on ranks higher`() async throws {
        let house = try await House()
        let campus = house.test.campus
        var draft = CourseDraft.sample(key: "other")
        draft.title = "Something else"
        draft.answers = []
        let other = try await house.test.publish(draft).course
        for course in [house.course, other] {
            _ = try await campus.createAnswer(
                AnswerFields(question: "Which giraffe?", text: "Same words.", courseID: course), house.trainer)
        }
        for course in [house.course, other] {
            let reply = try await campus.search(SearchRequest("which giraffe", courseID: course), house.trainer)
            #expect(reply.hits.map(\.courseID) == [course, course == other ? house.course : other])
            #expect(reply.hits.first?.why.contains { $0.signal == "place" } == true)
        }
    }
}
