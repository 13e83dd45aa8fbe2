import Learning
import Store
import TestKit
import Testing

@testable import Campus

/// Whoever is about to ask what somebody has asked already waits with them, and is told of the answer.
@Suite struct FollowingTests {
    @Test(arguments: Backend.allCases)
    func `open questions that ask nearly the same are found, the likeliest first`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, others) = try await house.member("Oda")
        let near = try await house.ask("Who signs for the zebra at the depot?", isShared: true)
        let nearer = try await house.ask("Who signs for a zebra?", isShared: true)
        _ = try await house.ask("Where do giraffes sleep?", isShared: true)
        let own = try await campus.ask(QuestionDraft("Who signs for zebras?"), .token(others)).question.id
        let answered = try await house.ask("Who signs for the zebra?", isShared: true)
        _ = try await campus.answer(answered, with: QuestionReply("The keeper."), house.trainer)
        let found = try await campus.similarQuestions(to: "who SIGNS for the zebras", .token(others))
        #expect(found.map(\.question.id) == [own, nearer, near])
        #expect(found.map(\.isMine) == [true, false, false])
        for words in ["the of and", "\"\"", "Who feeds the okapi?", "?"] {
            #expect(try await campus.similarQuestions(to: words, .token(others)).isEmpty, "\(words)")
        }
    }

    @Test(arguments: Backend.allCases)
    func `of what somebody may not read nothing similar is told, and nobody follows it`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (boss, bosses) = try await house.member("Bo")
        let (_, members) = try await house.test.person("Mia", manager: boss)
        let (_, strangers) = try await house.test.person("Nora")
        let alone = try await house.ask("Who signs for the zebra alone?")
        let inCourse = try await house.ask("Who signs for the zebra in the course?", isShared: true)
        let below = try await campus.ask(
            QuestionDraft("Who signs for the zebra below?", isShared: true), .token(members)
        ).question.id
        let words = "who signs for the zebra"
        #expect(try await campus.similarQuestions(to: words, .token(members)).map(\.question.id) == [below])
        #expect(try await campus.similarQuestions(to: words, .token(bosses)).map(\.question.id) == [inCourse])
        #expect(try await campus.similarQuestions(to: words, .token(strangers)).map(\.question.id) == [below])
        for (id, access) in [(alone, members), (below, bosses), (inCourse, strangers)] {
            #expect(await house.code { _ = try await campus.follow(id, .token(access)) } == "not-found")
            #expect(await house.code { try await campus.unfollow(id, .token(access)) } == "not-found")
        }
    }

    @Test(arguments: Backend.allCases)
    func `who follows is told of the answer once, and who stopped is not`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, followers) = try await house.member("Fay")
        let (_, stopped) = try await house.member("Stan")
        // Fay looked for it too: one answer is one notice.
        _ = try await campus.search(SearchRequest("zebra crossing"), .token(followers))
        await campus.tendSearch()
        let id = try await house.ask("Zebra crossing?", after: "zebra crossing", isShared: true)
        for access in [followers, followers, stopped] { _ = try await campus.follow(id, .token(access)) }
        try await campus.unfollow(id, .token(stopped))
        try await campus.unfollow(id, .token(stopped))
        let seen = try await campus.question(id, .token(followers))
        #expect(seen.isFollowed && seen.followers == 1)
        let byAsker = try await campus.question(id, house.learner)
        #expect(!byAsker.isFollowed && byAsker.followers == 1)
        let listed = try await campus.questions(
            QuestionFilter(isFollowed: true), page: Page(limit: 9), .token(followers))
        #expect(listed.map(\.question.id) == [id])
        #expect(
            try await campus.questions(QuestionFilter(isFollowed: true), page: Page(limit: 9), .token(stopped)).isEmpty)
        let gaps = try await campus.unanswered(days: 9, page: Page(limit: 9), house.trainer)
        #expect(gaps.map(\.people) == [2])
        #expect(gaps.map(\.questions) == [1])
        let view = try await campus.answer(
            id, with: QuestionReply("Wait.", .new(question: nil, also: [], tags: [])), house.trainer)
        let notices = try await house.inbox(.token(followers))
        #expect(notices.map(\.kind) == [.followedAnswered])
        #expect(notices.map(\.subject) == [view.question.answerID.map { "\($0)" }])
        #expect(try await house.inbox(.token(stopped)) == [])
        #expect(await house.code { _ = try await campus.follow(id, .token(stopped)) } == "already-answered")
        // Opened again it is still waited for, and what answers it then is the asker's alone.
        _ = try await campus.reopen(id, because: "It ran.", house.learner)
        _ = try await campus.answer(id, with: QuestionReply("Run."), house.trainer)
        let again = try await house.inbox(.token(followers))
        #expect(again.count == 2)
        #expect(again.first?.subject == "\(id)")
        #expect(again.first?.text.contains("for its asker alone") == true)
        #expect(try await campus.question(id, .token(followers)).question.reply == nil)
    }

    @Test(arguments: Backend.allCases)
    func `an accepted proposal is told of, and who may not see it any more hears nothing`(backend: Backend) async throws
    {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let (_, followers) = try await house.member("Fay")
        let (boss, bosses) = try await house.member("Bo")
        let (_, others) = try await house.member("Oda")
        let id = try await house.ask("Okapi?", isShared: true)
        for access in [followers, bosses, others] { _ = try await campus.follow(id, .token(access)) }
        let proposal = try await campus.propose("Feed it.", to: id, .token(followers))
        let asker = try await campus.person(house.person.id, .operator)
        _ = try await campus.changePerson(
            asker.id, PersonChange(managerID: .set(boss.id)), revision: asker.revision, .operator)
        _ = try await campus.accept(proposal.proposal.id, of: id, house.learner)
        #expect(try await house.inbox(.token(followers)).map(\.kind) == [.proposalAccepted])
        #expect(try await house.inbox(.token(bosses)) == [])
        #expect(try await house.inbox(.token(others)).map(\.kind) == [.followedAnswered])
        // The same once more is nothing new.
        _ = try await campus.reopen(id, because: "It ran.", house.learner)
        _ = try await campus.accept(proposal.proposal.id, of: id, house.learner)
        #expect(try await house.inbox(.token(others)).count == 1)
    }

    @Test(arguments: Backend.allCases)
    func `nobody follows their own question, and the command line follows none`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let id = try await house.ask("Okapi?", isShared: true)
        #expect(await house.code { _ = try await house.test.campus.follow(id, house.learner) } == "own-question")
        #expect(await house.code { _ = try await house.test.campus.follow(id, .operator) } == "not-allowed")
        try await house.test.campus.unfollow(id, .operator)
    }

    @Test(arguments: Backend.allCases)
    func `a trainer follows any question, sees it among those, and reads the reply`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let id = try await house.ask("Okapi?")
        let (_, other) = try await house.test.person("Tom", roles: [.trainer])
        _ = try await campus.follow(id, .token(other))
        let listed = try await campus.questions(QuestionFilter(isFollowed: true), page: Page(limit: 9), .token(other))
        #expect(listed.map(\.question.id) == [id])
        _ = try await campus.answer(id, with: QuestionReply("Feed it."), house.trainer)
        let notice = try #require(try await house.inbox(.token(other)).first)
        #expect(notice.subject == "\(id)" && notice.text.hasSuffix("Here it is."))
    }

    @Test(arguments: Backend.allCases)
    func `all who follow are told in few statements`(backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let campus = house.test.campus
        let id = try await house.ask("Okapi?", isShared: true)
        var followers: [Identifier<Person>] = []
        for number in 0..<Limits.followers.value {
            followers.append(try await house.member("Follower \(number)").person.id)
        }
        let answer = try await campus.createAnswer(
            AnswerFields(question: "Which okapi?", text: "That one.", courseID: house.course), house.trainer)
        var question = try await campus.question(id, house.trainer).question
        question.answerID = answer.id
        let now = campus.now()
        let ids = campus.makeNoticeIDs()
        let (told, statements) = try await campus.database.write { [followers, question] connection in
            for follower in followers { try QuestionFollowerStore.insert(follower, of: id, at: now, connection) }
            let recorder = PlanRecorder(connection)
            let told = try Campus.tellFollowers(of: question, but: [], ids[...], now: now, recorder)
            return (told, recorder.statements)
        }
        #expect(told == Set(followers))
        #expect(statements < 30)
    }

    @Test func `as many follow as may, and no more`() async throws {
        let house = try await House(isEnrolled: true)
        let id = try await house.ask("Okapi?", isShared: true)
        for number in 0..<Limits.followers.value {
            let (_, token) = try await house.member("Follower \(number)")
            _ = try await house.test.campus.follow(id, .token(token))
        }
        let (_, late) = try await house.member("Late")
        #expect(await house.code { _ = try await house.test.campus.follow(id, .token(late)) } == "too-many-followers")
    }
}
