import Campus
import Learning
import Store
import TestKit
import Testing

@Suite struct FeedbackTests {
    @Test(arguments: Backend.allCases)
    func `somebody says something, and sees what came of it`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        try await test.setOpen(true, course)
        let (lea, learner) = try await test.person("Lea")
        let trainer = try await test.person("Tia", roles: [.trainer]).token
        let given = try await test.campus.giveFeedback(
            FeedbackDraft(courseID: course, activity: "reasons", rating: 2, words: " Too long.\n"), .token(learner))
        #expect(given.feedback.personID == lea.id)
        #expect(given.feedback.words == "Too long.")
        #expect(given.courseTitle == "Ask before you pitch")
        #expect(given.activityTitle == "Three kinds of reasons")
        #expect(given.feedback.outcome == nil)
        test.clock.advance(seconds: 60)
        let changed = try await test.campus.setOutcome(
            .changed, words: " It is half as long now. ", of: given.feedback.id, revision: 1, .token(trainer))
        #expect(changed.entries.map { changed.isOwn($0) } == [false])
        let own = try await test.campus.feedback(
            FeedbackFilter(), onlyOwn: false, page: Page(limit: 9), .token(learner))
        #expect(own.entries == changed.entries)
        #expect(own.entries.map { own.isOwn($0) } == [true])
        #expect(own.entries.first?.feedback.outcomeText == "It is half as long now.")
        #expect(own.entries.first?.feedback.outcomeAt == given.feedback.createdAt.advanced(bySeconds: 60))
        await #expect(throws: Refusal.self) {
            try await test.campus.setOutcome(
                .declined, words: "No.", of: given.feedback.id, revision: 1, .token(trainer))
        }
        let same = try await test.campus.setOutcome(
            .changed, words: "It is half as long now.", of: given.feedback.id, revision: 2, .token(trainer))
        #expect(same.entries == changed.entries)
        // Told once: writing the same again is no news.
        let inbox = try await test.campus.notices(unreadOnly: false, page: Page(limit: 9), .token(learner))
        #expect(inbox.map(\.kind) == [.feedbackOutcome])
        #expect(
            inbox.map(\.text) == [
                "Your feedback on \"Three kinds of reasons\" in \"Ask before you pitch\" changed something: "
                    + "It is half as long now."
            ])
        #expect(inbox.map(\.subject) == [given.feedback.id.description])
        #expect(try await test.campus.notices(unreadOnly: false, page: Page(limit: 9), .token(trainer)).isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func `trainers see everything, others their own`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let course = try await test.publish(.sample()).course
        let other = try await test.publish(.sample(key: "other")).course
        for course in [course, other] { try await test.setOpen(true, course) }
        let (max, manager) = try await test.person("Max", roles: [.manager])
        let learner = try await test.person("Lea", manager: max).token
        let leader = try await test.person("Lou", roles: [.leader]).token
        let trainer = try await test.person("Tia", roles: [.trainer]).token
        for token in [learner, leader, trainer] {
            try await test.say(4, "Good", on: course, activity: "reasons", by: [token])
            try await test.say(3, on: other, by: [token])
        }
        func count(_ token: String, _ filter: FeedbackFilter = FeedbackFilter(), onlyOwn: Bool = false) async throws
            -> Int
        {
            try await test.campus.feedback(filter, onlyOwn: onlyOwn, page: Page(limit: 99), .token(token)).entries.count
        }
        #expect(try await count(manager) == 0)
        #expect(try await count(learner) == 2)
        #expect(try await count(leader) == 2)
        #expect(try await count(trainer) == 6)
        #expect(try await count(trainer, onlyOwn: true) == 2)
        #expect(try await count(trainer, FeedbackFilter(courseID: course)) == 3)
        #expect(try await count(trainer, FeedbackFilter(courseID: course, activity: "reasons")) == 3)
        #expect(try await count(trainer, FeedbackFilter(courseID: other, activity: "reasons")) == 0)
        let all = try await test.campus.feedback(
            FeedbackFilter(), onlyOwn: false, page: Page(limit: 99), .token(trainer)
        ).entries
        let rest = try await test.campus.feedback(
            FeedbackFilter(), onlyOwn: false, page: Page(after: all[3].feedback.id, limit: 99), .token(trainer))
        #expect(rest.entries == Array(all[4...]))
    }

    @Test(
        arguments: [
            (nil, nil, nil, ["/words required"]), (nil, nil, " \n", ["/words required"]),
            (nil, 0, nil, ["/rating out-of-range"]), (nil, 6, "Good", ["/rating out-of-range"]),
            (nil, nil, String(repeating: "x", count: 10_001), ["/words too-long"]),
            ("nothing", 3, nil, ["/activity unknown-activity"]), ("reasons", 1, nil, []), (nil, 5, "Good", []),
        ] as [(String?, Int?, String?, [String])])
    func `what is wrong is said with its place`(
        activity: String?, rating: Int?, words: String?, problems: [String]
    ) async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        let learner = try await test.person("Lea").token
        func refusal() async -> Refusal? {
            do {
                _ = try await test.campus.giveFeedback(
                    FeedbackDraft(courseID: course, activity: activity, rating: rating, words: words), .token(learner))
                return nil
            } catch {
                return error as? Refusal
            }
        }
        // Nobody gives feedback on what they may not see.
        #expect(await refusal()?.details.contains { $0.code == "unknown-course" } == true)
        try await test.setOpen(true, course)
        #expect(await refusal()?.details.map { "\($0.pointer) \($0.code)" } ?? [] == problems)
    }

    @Test func `an outcome needs words`() async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        let trainer = try await test.person("Tia", roles: [.trainer]).token
        try await test.say(3, on: course, by: [trainer])
        let list = try await test.campus.feedback(
            FeedbackFilter(), onlyOwn: true, page: Page(limit: 9), .token(trainer))
        let id = try #require(list.entries.first?.feedback.id)
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.setOutcome(.declined, words: " ", of: id, revision: 1, .token(trainer))
        }
        #expect(refusal?.details.map(\.pointer) == ["/outcome_text"])
    }
}
