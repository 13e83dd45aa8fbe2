import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct ReminderTests {
    @Test(arguments: Backend.allCases)
    func `the owner of a course is asked first, then all trainers are told, once`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let owner = try await house.test.person("Otto", roles: [.trainer])
        try await house.own(owner.person)
        let id = try await house.ask("Why?")
        let other = try await campus.ask(QuestionDraft("Without a place?"), house.learner).question.id
        let mine = try await campus.questions(
            QuestionFilter(state: .open, isRoutedToMe: true), page: Page(limit: 9), .token(owner.token))
        #expect(mine.map(\.question.id) == [id])
        // What nobody is asked first all trainers are told of at once.
        #expect(try await house.inbox(.token(owner.token)).map(\.subject) == ["\(other)", "\(id)"])
        await campus.remind()
        #expect(try await house.inbox(house.trainer).map(\.subject) == ["\(other)"])
        #expect(try await house.inbox(house.trainer).map(\.kind) == [.questionAsked])
        house.test.clock.advance(seconds: 4 * 86_400)
        for _ in 0..<2 { await campus.remind() }
        let told = try await house.inbox(house.trainer)
        #expect(told.map(\.kind) == [.questionOverdue, .questionAsked])
        #expect(told.first?.subject == "questions")
        #expect(
            try await house.inbox(.token(owner.token)).map(\.kind)
                == [.questionOverdue, .questionAsked, .questionAsked])
        // Sorted by due: a later one comes behind, page after page.
        let late = try await campus.ask(QuestionDraft("Later?"), house.learner).question
        var order: [Identifier<Question>] = []
        var last: QuestionFilter.Place?
        while order.count < 5 {
            let page = try await campus.questions(
                QuestionFilter(state: .open, isByDue: true), page: Page(after: last, limit: 1), house.trainer)
            guard let question = page.first?.question else { break }
            order.append(question.id)
            last = .init(id: question.id, dueAt: question.dueAt)
        }
        #expect(order == [id, other, late.id])
        #expect(late.dueAt > house.test.clock.now)
    }

    @Test(arguments: Backend.allCases)
    func `an owner is told of answers that are due, once for each day`(backend: Backend) async throws {
        let house = try await House(backend)
        let campus = house.test.campus
        let learner = house.person.id
        func publish(_ question: String, _ owner: Identifier<Person>?, _ state: Answer.State = .published) async throws
            -> Answer
        {
            let made = try await campus.createAnswer(
                AnswerFields(question: question, text: "T", ownerID: owner), house.trainer)
            guard state == .retired else { return made }
            return try await campus.updateAnswer(made.id, revision: 1, house.trainer) { $0.state = state }
        }
        _ = try await publish("One?", learner)
        let two = try await publish("Two?", learner)
        _ = try await publish("Gone?", learner, .retired)
        house.test.clock.advance(seconds: Int64(AnswerFields.verifyAfterDays - 1) * 86_400)
        await campus.remind()
        #expect(try await house.inbox(house.learner) == [])
        house.test.clock.advance(seconds: 86_400)
        for _ in 0..<2 { await campus.remind() }
        let notices = try await house.inbox(house.learner)
        #expect(notices.map(\.kind) == [.answersDue])
        #expect(notices.map(\.subject) == ["answers"])
        // Looked at, and due again in a quarter of a year.
        _ = try await campus.verifyAnswer(two.id, revision: 1, house.learner)
        await campus.remind()
        #expect(try await house.inbox(house.learner).count == 1)
        house.test.clock.advance(seconds: Int64(AnswerFields.verifyAfterDays) * 86_400)
        await campus.remind()
        #expect(try await house.inbox(house.learner).map(\.subject) == ["\(two.id)", "answers"])
    }
}

extension House {
    fileprivate func own(_ person: Person) async throws {
        let owner = person.id
        let course = course
        try await test.campus.database.write { connection in
            _ = try connection.execute("UPDATE course SET owner_id = \(owner) WHERE id = \(course)")
        }
    }
}
