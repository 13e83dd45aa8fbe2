import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct QuestionTests {
    @Test(arguments: Backend.allCases)
    func `what nobody found is asked, answered, published, found and told`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        #expect(try await house.titles("giraffe in the meeting", house.learner) == [])
        let id = try await house.ask("Someone brought a zebra, what now?", after: "giraffe in the meeting")
        let open = try await house.test.campus.questions(
            QuestionFilter(state: .open), page: Page(limit: 10), house.trainer)
        #expect(open.map(\.question.words) == ["giraffe in the meeting"])
        #expect(open.map(\.question.courseID) == [house.course])
        #expect(open.map(\.question.activity) == ["reasons"])
        #expect(open.map { $0.asker?.name } == ["Lea"])
        house.test.clock.advance(seconds: 60)
        let view = try await house.test.campus.answer(
            id, with: QuestionReply("Stay *calm*.", .new(question: "An animal shows up?", also: [], tags: ["zoo"])),
            house.trainer)
        #expect(view.question.state == .answered)
        #expect(view.replyHTML == "<p>Stay <em>calm</em>.</p>\n")
        // By the answer's own words, by the asker's, and by those that found nothing before.
        for words in ["animal", "zebra", "giraffe in the meeting"] {
            #expect(try await house.titles(words, house.learner).first == "An animal shows up?", "\(words)")
        }
        let notices = try await house.inbox(house.learner)
        #expect(notices.map(\.kind) == [.questionAnswered])
        #expect(notices.map(\.subject) == ["\(id)"])
        #expect(try await house.inbox(house.trainer).map(\.kind) == [.questionAsked])
        let seen = try await house.test.campus.question(id, house.learner)
        #expect(seen.question.reply == "Stay *calm*.")
        #expect(seen.asker == nil)
        let published = try await house.test.campus.answer(try #require(seen.question.answerID), house.learner)
        #expect(published.fields.courseID == house.course)
        #expect(published.fields.activity == "reasons")
        // The asker's own words are nobody's to read.
        #expect(published.fields.also == [])
        let searches = try await house.test.campus.searches(page: Page(limit: 10), house.learner)
        #expect(searches.contains { $0.outcome == .asked && $0.words == "giraffe in the meeting" })
    }

    @Test(arguments: Backend.allCases)
    func `an answer that is there learns the words of who asked, and stays its author's`(backend: Backend) async throws
    {
        let house = try await House(backend, isEnrolled: true)
        let answer = try await house.test.campus.answers(
            AnswerFilter(tag: "price"), page: Page(limit: 1), house.trainer)[0]
        let id = try await house.ask("Zebra in the room?")
        #expect(try await house.titles("zebra", house.learner) == [])
        _ = try await house.test.campus.answer(id, with: QuestionReply("", .existing(answer.id)), house.trainer)
        #expect(try await house.titles("zebra", house.learner) == [answer.fields.question])
        #expect(try await house.test.campus.answer(answer.id, house.trainer) == answer)
    }

    @Test func `an answer is published where it belongs, which need not be where the asker was at work`() async throws {
        let house = try await House(isEnrolled: true)
        let id = try await house.ask("Does a zebra count?", after: "zebra crossing")
        let view = try await house.test.campus.answer(
            id, with: QuestionReply("It does.", .new(question: nil, also: [], tags: [], course: .set(nil))),
            house.trainer)
        #expect(view.question.courseID == house.course)
        let published = try await house.test.campus.answer(try #require(view.question.answerID), house.learner)
        #expect(published.fields.courseID == nil)
        #expect(published.fields.activity == nil)
    }

    @Test(arguments: Backend.allCases)
    func `what nobody is asked first all trainers are told of, but never whoever asks`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let other = try await house.test.person("Tom", roles: [.trainer])
        let leaver = try await house.test.person("Lou", roles: [.trainer])
        _ = try await campus.changePerson(
            leaver.person.id, PersonChange(leaving: .set(.now)), revision: 1, .operator)
        let asked = try await campus.ask(QuestionDraft("Why?"), .token(other.token)).question
        #expect(asked.routedTo == nil)
        #expect(try await house.inbox(.token(other.token)) == [])
        let told = try await house.inbox(house.trainer)
        #expect(told.map(\.kind) == [.questionAsked])
        #expect(told.map(\.subject) == ["\(asked.id)"])
        // Opened again nobody is asked first, either: who answered is no trainer.
        let shared = try await house.ask("A zebra?", isShared: true)
        let (_, peers) = try await house.member("Max")
        let proposal = try await campus.propose("So.", to: shared, .token(peers)).proposal.id
        _ = try await campus.accept(proposal, of: shared, house.learner)
        _ = try await campus.reopen(shared, because: "No.", house.learner)
        let notices = try await house.inbox(.token(other.token))
        #expect(notices.map(\.subject) == ["\(shared)", "\(shared)"])
    }

    @Test(arguments: Backend.allCases)
    func `asked again after the same search, a question is the one that is there`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let search = try await campus.search(SearchRequest("giraffe"), house.learner).id
        let draft = QuestionDraft("A giraffe?", searchID: search, courseID: house.course)
        let first = try await campus.ask(draft, house.learner).question
        #expect(try await campus.ask(draft, house.learner).question == first)
        #expect(try await house.inbox(house.trainer).count == 1)
        // In other words, without the search, or once it is answered it is another.
        var other = draft
        other.text = "Two giraffes?"
        #expect(try await campus.ask(other, house.learner).question.id != first.id)
        other = draft
        other.searchID = nil
        #expect(try await campus.ask(other, house.learner).question.id != first.id)
        _ = try await campus.answer(first.id, with: QuestionReply("Tall."), house.trainer)
        #expect(try await campus.ask(draft, house.learner).question.id != first.id)
    }

    @Test func `many who ask the same after the same search at once ask one question`() async throws {
        let house = try await House(.sqliteFile, isEnrolled: true)
        let campus = house.test.campus
        let search = try await campus.search(SearchRequest("giraffe"), house.learner).id
        let draft = QuestionDraft("A giraffe?", searchID: search)
        let ids = try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { try await campus.ask(draft, house.learner).question.id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await house.inbox(house.trainer).count == 1)
    }

    @Test(arguments: Backend.allCases)
    func `who answers sees which answer was opened and did not help`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let answer = try await campus.createAnswer(
            AnswerFields(question: "What does a giraffe eat?", text: "Leaves."), house.trainer)
        func ask(_ outcome: Search.Outcome?) async throws -> Identifier<Question> {
            let search = try #require(try await campus.search(SearchRequest("giraffe"), house.learner).id)
            if let outcome {
                try await campus.recordOutcome(outcome, of: search, helpedBy: answer.id, house.learner)
            }
            return try await campus.ask(QuestionDraft("Giraffe?", searchID: search), house.learner).question.id
        }
        let tried = try await ask(.notHelped)
        let seen = try await campus.question(tried, house.trainer).tried
        #expect(seen == TriedAnswer(id: answer.id, question: "What does a giraffe eat?"))
        #expect(try await campus.question(tried, house.learner).tried == nil)
        for outcome in [nil, Search.Outcome.helped] {
            #expect(try await campus.question(try await ask(outcome), house.trainer).tried == nil)
        }
        // Said afterwards it counts as well.
        let late = try await ask(nil)
        let search = try #require(try await campus.question(late, house.learner).question.searchID)
        try await campus.recordOutcome(.notHelped, of: search, helpedBy: answer.id, house.learner)
        #expect(try await campus.question(late, house.trainer).tried?.id == answer.id)
    }

    @Test func `an answer is published in the language that is said, or else that of its course`() async throws {
        let house = try await House(isEnrolled: true)
        let campus = house.test.campus
        func language(_ said: String?) async throws -> String {
            let id = try await house.ask("¿Cómo cotizo el compresor?")
            let reply = QuestionReply("Con la lista 4.", .new(question: nil, also: [], tags: [], language: said))
            let view = try await campus.answer(id, with: reply, house.trainer)
            return try await campus.answer(try #require(view.question.answerID), house.trainer).fields.language
        }
        #expect(try await language("es") == "es")
        #expect(try await language(nil) == "en")
        let refusal = await #expect(throws: Refusal.self) { _ = try await language("no such tag") }
        #expect(refusal?.details.first?.pointer == "/publish/language")
    }

    @Test func `a reply for the asker alone is found by nobody`() async throws {
        let house = try await House(isEnrolled: true)
        let id = try await house.ask("Does a zebra count?")
        _ = try await house.test.campus.answer(id, with: QuestionReply("Ask the giraffe."), house.trainer)
        #expect(try await house.titles("zebra giraffe", house.learner) == [])
        #expect(try await house.test.campus.question(id, house.learner).question.reply == "Ask the giraffe.")
        #expect(try await house.inbox(house.learner).count == 1)
    }

    @Test func `an asker is not sent where they may not go`() async throws {
        let house = try await House(isEnrolled: true)
        let other = try await house.test.publish(.sample(key: "other")).course
        let answer = try await house.test.campus.createAnswer(
            AnswerFields(question: "Q?", text: "T", courseID: other), house.trainer)
        let id = try await house.ask("Why?")
        let refusal = await #expect(throws: Refusal.self) {
            try await house.test.campus.answer(id, with: QuestionReply("", .existing(answer.id)), house.trainer)
        }
        #expect(refusal?.code == "asker-cannot-see")
        let still = try await house.test.campus.question(id, house.learner)
        #expect(still.question.state == .open)
        #expect(try await house.inbox(house.learner) == [])
    }

    @Test func `two who answer at once: one does, and there is one notice`() async throws {
        let house = try await House(.sqliteFile, isEnrolled: true)
        let id = try await house.ask("Why?")
        let (campus, trainer) = (house.test.campus, house.trainer)
        let done = await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    let reply = QuestionReply("Because \(number).", .new(question: nil, also: [], tags: []))
                    return (try? await campus.answer(id, with: reply, trainer)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1)
        #expect(try await house.inbox(house.learner).count == 1)
        let published = try await campus.answers(
            AnswerFilter(state: .published), page: Page(limit: 100), trainer)
        #expect(published.count { $0.fields.question == "Why?" } == 1)
    }

    @Test func `a question never reaches the asker's manager by name, not even one who trains`() async throws {
        let test = try await TestCampus()
        let boss = try await test.person("Bo", roles: [.trainer, .manager])
        let lead = try await test.person("Li", manager: boss.person)
        let mine = try await test.person("Lea", manager: lead.person)
        let other = try await test.person("Max")
        for token in [mine.token, other.token] {
            _ = try await test.campus.ask(QuestionDraft("Why?"), .token(token))
        }
        func names(_ access: Access, mine: Bool = false) async throws -> [String?] {
            try await test.campus.questions(QuestionFilter(isMine: mine), page: Page(limit: 10), access)
                .map { $0.asker?.name }
        }
        #expect(try await names(.token(boss.token)) == ["Max", nil])
        #expect(try await names(.token(lead.token)) == [])
        #expect(try await names(.token(boss.token), mine: true) == [])
        let admin = try await test.person("Ann", roles: [.admin]).token
        #expect(try await names(.token(admin)) == ["Max", "Lea"])
        #expect(try await names(.token(mine.token)) == [nil])
    }

    @Test func `a place is one that the asker may see`() async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        let learner = Access.token(try await test.person("Lea").token)
        func code(_ course: Identifier<Course>?, _ activity: String?) async -> String? {
            let draft = QuestionDraft("Why?", courseID: course, activity: activity)
            return await #expect(throws: Refusal.self) { try await test.campus.ask(draft, learner) }?.code
        }
        #expect(await code(course, nil) == "unknown-course")
        #expect(await code(test.identifier(), nil) == "unknown-course")
        #expect(await code(nil, "reasons") == "course-missing")
        try await test.setOpen(true, course)
        #expect(await code(course, "no such") == "unknown-activity")
        _ = try await test.campus.ask(QuestionDraft("Why?", courseID: course, activity: "reasons"), learner)
    }
}
