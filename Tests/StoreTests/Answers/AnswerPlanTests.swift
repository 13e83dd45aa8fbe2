import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The statements behind every search and list go by indexes.
@Suite struct AnswerPlanTests {
    private func scans(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws -> [String] {
        let test = try await TestCampus(.sqliteMemory)
        return try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            try body(recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
    }

    private static let person = Identifier<Person>(stored: UUIDv7.make())
    private static let course = Identifier<Course>(stored: UUIDv7.make())
    private static let answer = Identifier<Answer>(stored: UUIDv7.make())

    @Test func `what a search reads`() async throws {
        let scans = try await scans { connection in
            _ = try CourseSight(Caller(id: Self.person, roles: [.learner])).courses(connection)
            _ = try WorkplaceStore.workplace(of: Self.person, connection)
            _ = try AnswerHitStore.find([Self.answer], connection)
            _ = try LessonSourceStore.lesson("a", of: Self.course, for: Self.person, connection)
        }
        // A person's enrollments are few: those are sorted, not searched.
        #expect(Set(scans) == ["USE TEMP B-TREE FOR ORDER BY"])
    }

    @Test func `what keeps the index current`() async throws {
        let scans = try await scans { connection in
            _ = try ChangeStore.list(after: 7, limit: 10, connection)
            _ = try ChangeStore.latest(connection)
            _ = try SearchSourceStore.answers([Self.answer], connection)
            _ = try SearchSourceStore.answers(of: Self.course, connection)
            _ = try SearchSourceStore.answers(after: Self.answer, limit: 10, connection)
        }
        #expect(scans == [])
    }

    @Test(arguments: [
        AnswerFilter(state: .published), AnswerFilter(courseID: course), AnswerFilter(ownerID: person),
        AnswerFilter(state: .published, tag: "price"), AnswerFilter(state: .published, isByDue: true),
        AnswerFilter(state: .published, dueBy: CivilDate(dayNumber: 7), isByDue: true),
    ])
    func `a list of answers`(filter: AnswerFilter) async throws {
        let scans = try await scans { connection in
            let place = AnswerFilter.Place(id: Self.answer, verifyBy: CivilDate(dayNumber: 3))
            let page = Page(after: place, limit: 26)
            _ = try AnswerStore.list(filter, courses: nil, page: page, connection)
            _ = try AnswerStore.list(filter, courses: [Self.course], page: page, connection)
        }
        #expect(scans == [])
    }

    @Test func `what is learned from an outcome`() async throws {
        let scans = try await scans { connection in
            _ = try ConfirmationStore.list(of: Self.answer, connection)
            _ = try LearnedPhrasingStore.revoked(of: Self.answer, connection)
            _ = try LearnedPhrasingStore.list(
                of: Self.answer, page: Page(after: Identifier(stored: UUIDv7.make()), limit: 26), connection)
        }
        #expect(scans == [])
    }

    @Test func `a person's own searches, and the outcome of one`() async throws {
        let scans = try await scans { connection in
            let id = Identifier<Search>(stored: UUIDv7.make())
            _ = try SearchStore.list(of: Self.person, page: Page(after: id, limit: 26), connection)
            _ = try SearchStore.find(id, of: Self.person, connection)
        }
        #expect(scans == [])
    }
}
