import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The statements behind questions and the inbox go by indexes.
@Suite struct QuestionPlanTests {
    @Test func `lists of questions and notices are read in the order of an index`() async throws {
        let test = try await TestCampus()
        let scans = try await test.campus.database.write { connection in
            let recorder = PlanRecorder(connection)
            let person = Identifier<Person>(stored: UUIDv7.make())
            let page = Page(
                after: QuestionFilter.Place(
                    id: Identifier(stored: UUIDv7.make()), dueAt: Instant(milliseconds: 7)), limit: 26)
            let courses: Set<Identifier<Course>> = [Identifier(stored: UUIDv7.make())]
            for state in [nil, Question.State.open] {
                _ = try QuestionStore.list(.own(person), state: state, page: page, recorder)
                _ = try QuestionStore.list(
                    .shared(reader: person, courses: courses), state: state, page: page, recorder)
            }
            _ = try QuestionStore.list(.everybodys, state: .open, page: page, recorder)
            _ = try QuestionStore.list(.everybodys, state: .open, isByDue: true, page: page, recorder)
            _ = try QuestionStore.list(
                .shared(reader: person, courses: courses), state: .open, isByDue: true, page: page, recorder)
            _ = try QuestionStore.list(.everybodys, state: .open, routedTo: person, page: page, recorder)
            _ = try QuestionStore.list(
                .shared(reader: person, courses: courses), state: .open, follower: person, page: page, recorder)
            let ids: [Identifier<Question>] = [Identifier(stored: UUIDv7.make())]
            _ = try QuestionFollowerStore.list(of: ids[0], recorder)
            _ = try QuestionFollowerStore.counts(of: ids, recorder)
            _ = try QuestionFollowerStore.followed(ids, by: person, recorder)
            _ = try NoticeStore.told(.followedAnswered, of: "a", among: [person], recorder)
            _ = try QuestionStore.takeOverdue(at: Instant(milliseconds: 7), limit: 10, recorder)
            _ = try ProposalStore.list(of: Identifier(stored: UUIDv7.make()), recorder)
            _ = try ProposalStore.list(
                by: person, page: Page(after: Identifier(stored: UUIDv7.make()), limit: 26), recorder)
            _ = try ProposalStore.count(of: Identifier(stored: UUIDv7.make()), recorder)
            _ = try AnswerStore.takeDue(by: CivilDate(dayNumber: 7), limit: 10, recorder)
            _ = try NoticeStore.list(
                of: person, unreadOnly: true, page: Page(after: Identifier(stored: UUIDv7.make()), limit: 26), recorder)
            // Teams are looked up from the manager down, and the few rows of one person may be sorted.
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans.filter { $0 != "SCAN team" }
        }
        #expect(scans == [])
    }

    @Test func `what was searched for in vain is settled by the words, without a look at all searches`() async throws {
        let test = try await TestCampus(.sqliteMemory)
        let lines = try await test.campus.database.write { connection in
            let recorder = PlanRecorder(connection)
            let answer = Identifier<Answer>(stored: UUIDv7.make())
            let time = Instant(milliseconds: 7)...Instant(milliseconds: 8)
            let people = [Identifier<Person>(stored: UUIDv7.make())]
            try SearchStore.settle(["a"], of: people, with: answer, in: time, recorder)
            try SearchStore.unsettle(from: answer, recorder)
            _ = try SearchStore.helped(since: time.lowerBound, of: people, recorder)
            _ = try SearchStore.missed(since: time.lowerBound, limit: 10, recorder)
            return recorder.lines
        }
        for index in ["search_words", "search_answered", "search_person", "search_created"] {
            #expect(lines.contains { $0.hasPrefix("SEARCH search USING") && $0.contains(index) }, "\(lines)")
        }
        #expect(!lines.contains { $0.hasPrefix("SCAN search") }, "\(lines)")
    }
}
