import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// What an initiative costs grows with its own people, not with everybody's enrollments and events.
@Suite struct InitiativePlanTests {
    private static let id = Identifier<Initiative>(stored: UUIDv7.make())
    private static let person = Identifier<Person>(stored: UUIDv7.make())
    private static let course = Identifier<Course>(stored: UUIDv7.make())
    /// Tables that grow with the organization.
    private static let large = [
        "enrollment", "event", "progress", "initiative_reply", "story", "notice", "calendar_feed", "search", "question",
        "stuck_voice", "version_move",
    ]

    private static func scans(
        _ body: @escaping @Sendable (PlanRecorder) throws -> Void
    ) async throws -> [String] {
        let test = try await TestCampus(.sqliteMemory)
        let lines = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            try body(recorder)
            return recorder.lines.isEmpty ? ["SCAN nothing ran"] : recorder.lines
        }
        return lines.filter { line in
            line == "SCAN nothing ran" || large.contains { line == "SCAN \($0)" || line.hasPrefix("SCAN \($0) ") }
        }
    }

    @Test func `adding people looks at them alone`() async throws {
        let people = (0..<5).map { _ in Identifier<Person>(stored: UUIDv7.make()) }
        let found = try await Self.scans { recorder in
            _ = try InitiativePeopleStore.candidates(
                named: people.map(\.description) + ["4711"], anybody: true,
                caller: Caller(id: Self.person, roles: [.leader]), recorder)
            _ = try InitiativePeopleStore.members(among: people, of: Self.id, recorder)
            _ = try InitiativePeopleStore.enrolled(people, in: Self.course, for: Self.id, recorder)
            _ = try InitiativePeopleStore.hasPeople(in: Self.course, of: Self.id, recorder)
            _ = try InitiativeReplyStore.list(of: Self.id, recorder)
            _ = try InitiativeReplyStore.list(of: Self.person, to: Self.id, recorder)
        }
        #expect(found == [])
    }

    @Test func `a board and its stories look at the initiative alone`() async throws {
        let found = try await Self.scans { recorder in
            let initiative = Initiative(
                id: Self.id,
                fields: InitiativeFields(
                    title: "T", why: "W", sponsorID: Self.person, ownerID: Self.person, courses: [Self.course],
                    startsOn: CivilDate(dayNumber: 20_000), timeZone: "UTC"), createdAt: TestClock.start)
            _ = try BoardStore.sponsor(of: initiative, name: "S", recorder)
            _ = try BoardStore.stories(of: Self.id, recorder)
            _ = try BoardStore.plans(of: initiative, recorder)
            _ = try BoardStore.coaching(of: initiative, recorder)
            _ = try BoardStore.completion(of: initiative, recorder)
            _ = try BoardStore.doneBefore(initiative, recorder)
            _ = try BoardStore.answers(
                in: [Self.course], since: TestClock.start, now: TestClock.start, reader: Self.person, recorder)
            _ = try CalendarFeedStore.person(hash: "h", recorder)
            _ = try CalendarFeedStore.dates(of: Self.person, recorder)
            _ = try StoryStore.list(
                initiative: Self.id, onlyOwn: false, seenBy: Caller(id: Self.person, roles: [.learner]),
                page: Page(limit: 10), recorder)
        }
        #expect(found == [])
    }
}
