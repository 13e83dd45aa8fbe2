import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// Colleagues answer too: several propose, the asker accepts one, and it is there for the next.
@Suite struct ProposalTests {
    @Test(arguments: Backend.allCases)
    func `of several answers one is accepted, published to be looked at, and everybody concerned is told`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (max, maxes) = try await house.member("Max")
        let (_, nobodys) = try await house.test.person("Nora")
        // Max looked for the same, and so did Nora, who may not see the course.
        for token in [maxes, nobodys] {
            _ = try await campus.search(SearchRequest("zebra crossing"), .token(token))
        }
        await campus.tendSearch()
        let id = try await house.ask("Zebra crossing?", after: "zebra crossing", isShared: true)
        let listed = try await campus.questions(QuestionFilter(isShared: true), page: Page(limit: 9), .token(maxes))
        #expect(listed.map(\.question.id) == [id])
        #expect(listed.map(\.question.words) == [nil])
        #expect(listed.map { $0.asker == nil && !$0.isMine } == [true])
        let (_, others) = try await house.member("Oda")
        let first = try await campus.propose("Wait *here*.", to: id, .token(maxes))
        _ = try await campus.propose("Run.", to: id, .token(others))
        #expect(first.html == "<p>Wait <em>here</em>.</p>\n")
        #expect(try await house.inbox(house.learner).map(\.kind) == [.answerProposed, .answerProposed])
        let proposed = try await campus.proposals(to: id, house.learner)
        #expect(proposed.map { $0.author?.name } == ["Max", "Oda"])
        let view = try await campus.accept(first.proposal.id, of: id, house.learner)
        #expect(view.question.state == .answered)
        #expect(view.question.answeredBy == max.id)
        #expect(view.replyHTML == first.html)
        let answer = try await campus.answer(try #require(view.question.answerID), house.trainer)
        #expect(answer.fields.question == "Zebra crossing?")
        #expect(answer.fields.courseID == house.course)
        #expect(answer.verifiedAt == nil)
        #expect(answer.fields.verifyBy == campus.today)
        // The next one finds it, and sees that nobody has looked at it yet.
        let hit = try await campus.search(SearchRequest("zebra crossing"), .token(others)).hits.first
        #expect(hit?.title == "Zebra crossing?")
        #expect(hit?.isVerified == false)
        // Max's answer was accepted, which tells him; Nora may not read it, and the asker knows.
        #expect(try await house.inbox(.token(maxes)).map(\.kind) == [.proposalAccepted])
        #expect(try await house.inbox(.token(nobodys)) == [])
        #expect(try await house.inbox(house.learner).count == 2)
        let seen = try await campus.question(id, .token(others))
        #expect(seen.question.reply == nil)
        for access in [house.learner, house.trainer] {
            #expect(
                await house.code { _ = try await campus.propose("Too late.", to: id, access) } == "already-answered")
        }
    }

    @Test(arguments: Backend.allCases)
    func `whoever looked for the same in vain is told of the answer, once and alone`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, gappers) = try await house.member("Gita")
        let (_, found) = try await house.member("Finn")
        let (_, olds) = try await house.member("Olaf")
        _ = try await campus.search(SearchRequest("Giraffe in the meeting"), .token(olds))
        await campus.tendSearch()
        house.test.clock.advance(seconds: Int64(Limits.gapDays.value + 1) * 86_400)
        for _ in 0..<2 { _ = try await campus.search(SearchRequest("GIRAFFE in the meeting"), .token(gappers)) }
        let helped = try await campus.search(SearchRequest("giraffe in the meeting"), .token(found))
        try await campus.recordOutcome(.helped, of: try #require(helped.id), helpedBy: nil, .token(found))
        let id = try await house.ask("A giraffe?", after: "giraffe in the meeting")
        let view = try await campus.answer(
            id, with: QuestionReply("Let it sit.", .new(question: nil, also: [], tags: [])), house.trainer)
        let notices = try await house.inbox(.token(gappers))
        #expect(notices.map(\.kind) == [.gapAnswered])
        #expect(notices.map(\.subject) == [view.question.answerID.map { "\($0)" }])
        #expect(try await house.inbox(.token(found)) == [])
        #expect(try await house.inbox(.token(olds)) == [])
        #expect(try await house.inbox(house.learner).map(\.kind) == [.questionAnswered])
    }

    @Test(arguments: Backend.allCases)
    func `whoever looked in vain is told of an answer that a trainer writes, where they may read it`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, gappers) = try await house.member("Gita")
        let (_, others) = try await house.member("Otto")
        for (words, access) in [("heron at noon", gappers), ("Cranes at night?", others), ("heron at noon", "")] {
            let access = access.isEmpty ? house.trainer : .token(access)
            _ = try await campus.search(SearchRequest(words), access)
        }
        let asked = try await house.ask("Heron?", after: "a quiet heron")
        let fields = AnswerFields(question: "Heron at NOON", also: ["Heron?"], text: "Let it stand.")
        let answer = try await campus.createAnswer(fields, house.trainer)
        #expect(try await house.inbox(.token(gappers)).map(\.subject) == ["\(answer.id)"])
        #expect(try await house.inbox(house.learner).map(\.kind) == [.gapAnswered])
        #expect(try await campus.question(asked, house.learner).question.state == .open)
        #expect(try await house.inbox(.token(others)) == [])
        #expect(try await house.inbox(house.trainer).filter { $0.kind == .gapAnswered } == [])
        // Once more, in a course that they may not see.
        let other = try await house.test.publish(.sample(key: "other")).course
        let closed = AnswerFields(question: "heron at noon", text: "Closed.", courseID: other)
        _ = try await campus.createAnswer(closed, house.trainer)
        #expect(try await house.inbox(.token(gappers)).count == 1)
    }

    @Test(arguments: Backend.allCases)
    func `who may not read an answer takes no place from those who are told of it`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let start = house.test.clock.now
        var searches: [Search] = []
        func searching(_ person: Person, after seconds: Int64) {
            searches.append(
                Search(
                    id: Identifier(stored: UUIDv7.make()), personID: person.id, words: "heron at noon", found: 0,
                    isWeak: true, createdAt: start.advanced(bySeconds: seconds)))
        }
        let (gita, gappers) = try await house.member("Gita")
        let (gone, _) = try await house.member("Gone")
        searching(gita, after: 0)
        searching(gone, after: 1)
        for number in 0..<Limits.gapNotices.value {
            searching(try await house.test.person("Stranger \(number)").person, after: 2)
        }
        try await campus.database.write { [searches] connection in
            try SearchStore.insert(searches, connection)
            try connection.execute("UPDATE person SET left_at = \(start) WHERE id = \(gone.id)")
        }
        house.test.clock.advance(seconds: 60)
        _ = try await campus.createAnswer(
            AnswerFields(question: "Heron at noon?", also: ["heron at noon"], text: "Wait.", courseID: house.course),
            house.trainer)
        #expect(try await house.inbox(.token(gappers)).map(\.kind) == [.gapAnswered])
        let told = try await campus.database.read {
            try $0.value("SELECT COUNT(*) FROM notice WHERE kind = 'gap-answered'", of: Int.self)
        }
        #expect(told == 1)
    }

    @Test(arguments: Backend.allCases)
    func `a question that the answer did not help with is open again, due anew, and nothing is lost`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let id = try await house.ask("Does a zebra count?")
        let answered = try await campus.answer(
            id, with: QuestionReply("It does.", .new(question: "Animals?", also: [], tags: [])), house.trainer)
        #expect(try await house.titles("zebra", house.learner) == ["Animals?"])
        house.test.clock.advance(seconds: 7 * 86_400)
        let again = try await campus.reopen(id, because: "It was a real zebra.", house.learner)
        #expect(again.question.state == .open)
        #expect(again.question.reopenedBecause == "It was a real zebra.")
        #expect(again.question.dueAt > house.test.clock.now)
        #expect(again.question.revision == answered.question.revision + 1)
        // The answer stays, without the words of whom it did not help; what was replied stands among what was proposed.
        #expect(try await house.titles("zebra", house.learner) == [])
        #expect(try await house.titles("animals", house.learner) == ["Animals?"])
        #expect(try await campus.proposals(to: id, house.learner).map(\.proposal.text) == ["It does."])
        #expect(try await house.inbox(house.trainer).map(\.kind) == [.questionAsked, .questionAsked])
        #expect(await house.code { _ = try await campus.reopen(id, because: "Again.", house.learner) } == "still-open")
        let second = try await campus.answer(id, with: QuestionReply("Call the zoo."), house.trainer)
        #expect(second.question.reply == "Call the zoo.")
        #expect(await house.code { _ = try await campus.reopen(id, because: " ", house.learner) } == "empty")
    }

    @Test(arguments: Backend.allCases)
    func `accepted again after it was opened again, a proposal is the answer that it became before`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, peers) = try await house.member("Max")
        let id = try await house.ask("Zebra crossing?", isShared: true)
        let proposal = try await campus.propose("Wait.", to: id, .token(peers)).proposal.id
        let first = try #require(try await campus.accept(proposal, of: id, house.learner).question.answerID)
        func again() async throws -> Identifier<Answer>? {
            _ = try await campus.reopen(id, because: "It ran.", house.learner)
            return try await campus.accept(proposal, of: id, house.learner).question.answerID
        }
        #expect(try await again() == first)
        #expect(try await house.titles("zebra", house.learner) == ["Zebra crossing?"])
        #expect(try await campus.answer(first, house.trainer).revision == 1)
        // What its keeper made of it stays; where it was retired it is back, and somebody is to look at it.
        house.test.clock.advance(seconds: 86_400)
        _ = try await campus.updateAnswer(first, revision: 1, house.trainer) { answer in
            answer.fields.text = "Wait for it."
            answer.fields.verifyBy = campus.today.advanced(days: 30)
            answer.state = .retired
        }
        #expect(try await again() == first)
        let back = try await campus.answer(first, house.learner)
        #expect(back.fields.text == "Wait for it.")
        #expect(back.verifiedAt == nil)
        #expect(back.fields.verifyBy == campus.today)
        // Where the asker may no longer read it they are not sent there, and there is still no second one.
        let other = try await house.test.publish(.sample(key: "other")).course
        _ = try await campus.updateAnswer(first, revision: back.revision, house.trainer) { answer in
            answer.fields.courseID = other
            answer.fields.activity = nil
        }
        #expect(try await again() == nil)
        #expect(try await house.titles("zebra", house.trainer) == ["Zebra crossing?"])
    }

    @Test(arguments: Backend.allCases)
    func `what a trainer published for a question is not published twice either`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let id = try await house.ask("A zebra?")
        let reply = QuestionReply("Wait.", .new(question: nil, also: [], tags: []))
        let first = try #require(try await campus.answer(id, with: reply, house.trainer).question.answerID)
        _ = try await campus.reopen(id, because: "It ran.", house.learner)
        let proposal = try await campus.proposals(to: id, house.learner)[0].proposal
        #expect(proposal.answerID == first)
        #expect(try await campus.accept(proposal.id, of: id, house.learner).question.answerID == first)
        #expect(try await house.titles("zebra", house.trainer) == ["A zebra?"])
        // It did not help, so that its owner is to look at it today.
        let due = try await campus.answer(first, house.trainer)
        #expect(due.fields.verifyBy == campus.today)
        #expect(due.verifiedAt == nil)
        // A trainer who manages them is not to know whose question it was.
        let revisions = try await campus.revisions(of: first, page: Page(limit: 9), house.trainer)
        #expect(revisions.count == 2 && revisions.first?.madeBy == nil, "\(revisions)")
        await campus.remind()
        #expect(try await house.inbox(house.trainer).first?.kind == .answersDue)
        // Retired, it is not the asker's to publish: nobody else was to see the question.
        _ = try await campus.updateAnswer(first, revision: due.revision, house.trainer) { $0.state = .retired }
        _ = try await campus.reopen(id, because: "It ran.", house.learner)
        #expect(try await campus.accept(proposal.id, of: id, house.learner).question.answerID == nil)
        #expect(try await house.titles("zebra", house.trainer) == [])
    }

    @Test(arguments: Backend.allCases)
    func `an answer names the question that it was published for to those who may see that`(
        backend: Backend
    ) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, peers) = try await house.member("Max")
        let boss = try await house.test.person("Bo", roles: [.manager])
        try await house.test.enrollDirectly(boss.person, in: house.course)
        let report = try await house.test.person("Ria", manager: boss.person)
        try await house.test.enrollDirectly(report.person, in: house.course)
        func published(_ asker: String, isShared: Bool) async throws -> (Identifier<Question>, Identifier<Answer>) {
            let question = try await campus.ask(
                QuestionDraft("A zebra?", courseID: house.course, isShared: isShared), .token(asker)
            ).question.id
            let view = try await campus.answer(
                question, with: QuestionReply("Wait.", .new(question: nil, also: [], tags: [])), house.trainer)
            return (question, try #require(view.question.answerID))
        }
        let (alone, ofAlone) = try await published(report.token, isShared: false)
        let (shared, ofShared) = try await published(report.token, isShared: true)
        for (token, wanted) in [(report.token, [alone, shared]), (peers, [nil, shared]), (boss.token, [nil, nil])] {
            for (answer, question) in zip([ofAlone, ofShared], wanted) {
                #expect(try await campus.answer(answer, .token(token)).questionID == question)
            }
            let listed = try await campus.answers(
                AnswerFilter(courseID: house.course), page: Page(limit: 2), .token(token))
            #expect(listed.map(\.questionID) == wanted.reversed())
        }
        #expect(try await campus.answer(ofAlone, house.trainer).questionID == alone)
    }

    @Test func `who may see what was asked, and who may not`() async throws {
        let house = try await House(isEnrolled: true)
        let campus = house.test.campus
        let (_, peers) = try await house.member("Max")
        let (_, strangers) = try await house.test.person("Nora")
        let boss = try await house.test.person("Bo", roles: [.manager])
        let report = try await house.test.person("Ria", manager: boss.person)
        try await house.test.enrollDirectly(report.person, in: house.course)
        let alone = try await house.ask("Only trainers?")
        let shared = try await house.ask("Colleagues too?", isShared: true)
        let theirs = try await campus.ask(
            QuestionDraft("Of my boss?", courseID: house.course, isShared: true), .token(report.token)
        ).question.id
        func sees(_ token: String) async -> [Bool] {
            var seen: [Bool] = []
            for id in [alone, shared, theirs] {
                seen.append(await house.code { _ = try await campus.propose("So.", to: id, .token(token)) } == nil)
            }
            return seen
        }
        #expect(await sees(peers) == [false, true, true])
        #expect(await sees(strangers) == [false, false, false])
        // Whom they manage they would know by their words.
        #expect(await sees(boss.token) == [false, true, false])
        let listed = try await campus.questions(
            QuestionFilter(isShared: true), page: Page(limit: 9), .token(boss.token))
        #expect(listed.map(\.question.id) == [shared])
        // A colleague neither accepts nor opens again.
        let proposal = try await campus.proposals(to: shared, house.learner)[0].proposal.id
        #expect(await house.code { _ = try await campus.accept(proposal, of: shared, .token(peers)) } == "not-allowed")
        #expect(
            await house.code { _ = try await campus.reopen(shared, because: "No.", .token(peers)) } == "not-allowed")
        #expect(
            await house.code { _ = try await campus.accept(proposal, of: alone, house.learner) } == "unknown-proposal")
    }

    @Test func `a question has so many proposed answers and no more`() async throws {
        let house = try await House(isEnrolled: true)
        let id = try await house.ask("Why?", isShared: true)
        let (_, last) = try await house.member("Last")
        let each = Limits.proposalsEach.value
        var author = ""
        for number in 0..<Limits.proposals.value {
            if number % each == 0 { author = try await house.member("Author \(number)").token }
            _ = try await house.test.campus.propose("Because \(number).", to: id, .token(author))
        }
        let code = await house.code { _ = try await house.test.campus.propose("Because.", to: id, .token(last)) }
        #expect(code == "too-many-proposals")
    }

    @Test(arguments: Backend.allCases)
    func `one person proposes a few answers to a question and leaves room for others`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, peers) = try await house.member("Max")
        let (_, others) = try await house.member("Oda")
        let id = try await house.ask("Why?", isShared: true)
        func code(_ token: String) async -> String? {
            await house.code { _ = try await campus.propose("Because.", to: id, .token(token)) }
        }
        for _ in 0..<Limits.proposalsEach.value { #expect(await code(peers) == nil) }
        #expect(await code(peers) == "too-many-own-proposals")
        #expect(await code(others) == nil)
        // What was accepted does not count, once the question is open again.
        let first = try #require(try await campus.proposals(to: id, house.learner).first).proposal.id
        _ = try await campus.accept(first, of: id, house.learner)
        _ = try await campus.reopen(id, because: "No.", house.learner)
        #expect(await code(peers) == nil)
        #expect(await code(peers) == "too-many-own-proposals")
    }
}

extension House {
    /// A colleague who is enrolled in the course.
    func member(_ name: String) async throws -> (person: Person, token: String) {
        let member = try await test.person(name)
        try await test.enrollDirectly(member.person, in: course)
        return member
    }

    func ask(
        _ text: String, after words: String? = nil, isShared: Bool = false
    ) async throws -> Identifier<Question> {
        var draft = QuestionDraft(text, courseID: course, activity: "reasons", isShared: isShared)
        if let words {
            draft.searchID = try await test.campus.search(
                SearchRequest(words, courseID: course, activity: "reasons"), learner
            ).id
        }
        return try await test.campus.ask(draft, learner).question.id
    }

    func inbox(_ access: Access) async throws -> [Notice] {
        try await test.campus.notices(unreadOnly: false, page: Page(limit: 10), access)
    }

    /// The code of what is refused; nil where nothing is.
    func code(_ act: () async throws -> Void) async -> String? {
        do {
            try await act()
            return nil
        } catch {
            return (error as? Refusal)?.code ?? "\(error)"
        }
    }
}
