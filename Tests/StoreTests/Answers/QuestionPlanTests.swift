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
        let scans = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            let person = Identifier<Person>(stored: UUIDv7.make())
            let page = Page(after: Identifier<Question>(stored: UUIDv7.make()), limit: 26)
            _ = try QuestionStore.list(state: .open, asker: nil, page: page, recorder)
            _ = try QuestionStore.list(state: nil, asker: person, page: page, recorder)
            _ = try NoticeStore.list(
                of: person, unreadOnly: true, page: Page(after: Identifier(stored: UUIDv7.make()), limit: 26), recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
        #expect(scans == [])
    }
}
