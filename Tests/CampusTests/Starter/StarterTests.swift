import Campus
import Foundation
import Learning
import Persistence
import TestKit
import Testing

@Suite struct StarterTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Now, at noon, and when it is tomorrow in a part of the world and still today in another.
    @Test(arguments: [nil, 12 * 60, 23 * 60 + 20, 20])
    func `the starter organization loads whole, and a second time changes nothing`(minute: Int?) async throws {
        let midnight = CivilDate(Instant.system, in: "UTC").start(in: "UTC")
        let test = try await TestCampus(
            now: minute.map { midnight.advanced(bySeconds: Int64($0) * 60) } ?? .system)
        let seeds = Self.root.appendingPathComponent("seeds")
        let courses = Self.root.appendingPathComponent("Courses")
        let first = try await test.campus.loadStarter(from: seeds, courses: courses)
        #expect(first.refused == [])
        #expect(first.people >= 40)
        #expect(first.answers >= 60)
        #expect((first.done[.event] ?? 0) > 400)
        #expect((first.done[.attempt] ?? 0) > 30)
        #expect(first.courses >= 3)
        #expect(first.done[.question] == 17)
        #expect(first.done[.reply] == 13)
        #expect(first.done[.feedback] == 32)
        #expect(first.done[.outcome] == 16)
        #expect(first.done[.invitation] == 15)
        #expect(first.done[.story] == 3)
        let initiative = try #require(
            try await test.campus.initiatives(onlyOwn: false, page: Page(limit: 9), .operator).first?.initiative)
        let told = try await test.campus.replies(to: initiative.id, .operator).told
        #expect(told?.areIn == 10)
        #expect(told?.reasons.count == 5)
        let board = try await test.campus.board(of: initiative.id, .person(initiative.fields.sponsorID))
        #expect(board.conditions.map(\.state) != [.missing, .missing, .missing, .missing])
        #expect(board.conditions[0].evidence.contains("Ines Carvalho told 1 story."))
        let people = try await test.campus.people(PersonFilter(), page: Page(limit: 100), .operator)
        func report(_ number: String?) async throws -> GroupReport {
            let team = people.first { $0.externalID == number }?.id
            return try await test.campus.feedbackReport(course: nil, team: team, .operator)
        }
        #expect(try await report("1001").pulses.map(\.place.occurrence) == [1, 1, 1, 2])
        #expect(try await report("1020").pulses.map(\.place.occurrence) == [1, 2])
        #expect(try await report("1020").feedback.map(\.place.activity) == ["got-hit"])
        #expect(try await !report("1050").pulses.contains { $0.place.occurrence == 2 })
        // Whoever shows a rep's work has something of every kind to do, whatever day it is where the rep is.
        let rep = try #require(try await test.campus.starterRoles().first { $0.role == "rep" }).person
        let plans = try await test.campus.plans(.person(rep.id))
        let kinds = Set(plans.flatMap(\.plan.next).map(\.step.kind))
        #expect(kinds.isSuperset(of: [.lesson, .quiz, .practice, .meeting, .feedback]))
        let before = try await State(test).rows
        test.clock.advance(seconds: 3 * 86_400)
        let second = try await test.campus.loadStarter(from: seeds, courses: courses)
        #expect(second.isNothing, "\(second)")
        #expect(try await State(test).rows == before)
        let ailments = try await test.campus.examine()
        #expect(ailments == [])
        #expect(try await test.campus.starterRoles().map(\.role) == ["rep", "trainer", "manager", "leader", "admin"])
    }

    @Test func `what was asked is answered for everybody, and what was said has its outcome`() async throws {
        let test = try await TestCampus()
        let organization = try SmallOrganization()
        let report = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
        #expect(report.refused == [])
        let questions = try await test.campus.questions(QuestionFilter(), page: Page(limit: 9), .operator)
        #expect(questions.map(\.question.state) == [.open, .answered])
        let answered = try #require(questions.last)
        #expect(answered.replyHTML == "<p><strong>Everybody</strong> at the table.</p>\n")
        // It kept what was looked for in vain before.
        #expect(answered.question.words == "who must agree")
        #expect(answered.question.createdAt == TestClock.start.advanced(bySeconds: -6 * 86_400 + 3600 + 300))
        let rep = Access.person(answered.question.askedBy)
        let answer = try await test.campus.answer(try #require(answered.question.answerID), rep)
        #expect(answer.state == .published)
        #expect(try await test.campus.search(SearchRequest("who else"), rep).hits.first?.title == "Who else?")
        let notices = try await test.campus.notices(unreadOnly: true, page: Page(limit: 9), rep)
        #expect(notices.map(\.kind) == [.feedbackOutcome, .questionAnswered])
        let feedback = try await test.campus.feedback(
            FeedbackFilter(), onlyOwn: false, page: Page(limit: 9), .operator)
        #expect(feedback.entries.map(\.feedback.outcome) == [nil, .changed])
        #expect(feedback.entries.last?.feedback.outcomeText == "Shorter still.")
    }

    @Test func `what was changed since it was loaded stays changed`() async throws {
        let test = try await TestCampus()
        let organization = try SmallOrganization()
        _ = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
        let answers = try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), .operator)
        let price = try #require(answers.first { $0.key == "price" })
        _ = try await test.campus.updateAnswer(price.id, revision: price.revision, .operator) {
            $0.fields.text = "Mine."
        }
        let again = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
        #expect(again.isNothing, "\(again)")
        #expect(try await test.campus.answer(price.id, .operator).fields.text == "Mine.")
    }

    @Test func `a load that is killed after any commit and run again ends as if it had not been`() async throws {
        let organization = try SmallOrganization()
        let whole = try await TestCampus()
        _ = try await whole.campus.loadStarter(from: organization.url, courses: organization.courses)
        let expected = try await State(whole).rows
        #expect(expected.count == 30)
        var kills = 0
        while true {
            var made: CutOffDatabase?
            let test = try await TestCampus { database in
                let cutOff = CutOffDatabase(database)
                made = cutOff
                return cutOff
            }
            let database = try #require(made)
            database.start(killedAfter: kills + 1)
            do {
                _ = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
                break
            } catch let refusal as Refusal {
                #expect(refusal.kind == .unavailable)
            }
            kills += 1
            database.start(killedAfter: nil)
            test.clock.advance(seconds: 86_400)
            let report = try await test.campus.loadStarter(from: organization.url, courses: organization.courses)
            #expect(report.refused == [])
            try await test.campus.sweep()
            let found = try await State(test).rows
            #expect(found == expected, "killed after commit \(kills): \(found.difference(from: expected))")
        }
        #expect(kills > 30)
    }

    /// What is there, told without ids.
    private struct State {
        var rows: [String] = []

        init(_ test: TestCampus) async throws {
            let queries: [SQLQuery] = [
                "SELECT name || ' ' || value FROM setting WHERE name LIKE 'starter%'",
                "SELECT name || ' ' || COALESCE(left_at, 0) || ' ' || revision FROM person",
                "SELECT course_key || ' ' || COALESCE(number, 0) FROM course_version",
                "SELECT question || ' ' || text || ' ' || state || ' ' || revision FROM answer",
                """
                SELECT person.name || ' ' || required || ' ' || done || ' ' || COALESCE(last_event_at, 0)
                FROM enrollment JOIN person ON person.id = person_id
                """,
                """
                SELECT activity || ' ' || occurrence || ' ' || verb || ' ' || data || ' ' || name || ' ' || occurred_at
                    || ' ' || recorded_at
                FROM event JOIN person ON person.id = actor_id
                """,
                "SELECT activity || ' ' || status || ' ' || COALESCE(completed_at, 0) FROM progress",
                """
                SELECT activity || ' ' || number || ' ' || responses || ' ' || score || ' ' || submitted_at || ' '
                    || attempt.revision
                FROM attempt
                """,
                "SELECT words || ' ' || outcome || ' ' || created_at FROM search",
                """
                SELECT question.text || ' ' || COALESCE(words, '') || ' ' || question.state || ' '
                    || COALESCE(reply, '') || ' ' || COALESCE(answer.question, '') || ' ' || question.created_at
                FROM question LEFT JOIN answer ON answer.id = answer_id
                """,
                "SELECT kind || ' ' || text || ' ' || created_at FROM notice",
                """
                SELECT position || ' ' || COALESCE(words, '') || ' ' || COALESCE(outcome, '') || ' '
                    || COALESCE(outcome_at, 0) || ' ' || created_at
                FROM feedback
                """,
            ]
            rows = try await test.campus.database.read { connection in
                try queries.flatMap { try connection.column($0, of: String.self).sorted() }
            }
        }
    }
}
