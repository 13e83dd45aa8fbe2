import Campus
import Learning
import Store
import TestKit
import Testing

/// A file of fifty thousand answers looks each of them up by its key.
@Suite struct AnswerKeyPlanTests {
    @Test(arguments: [nil, Identifier<Course>(stored: "c")])
    func `an answer is found by its key through an index`(course: Identifier<Course>?) async throws {
        let test = try await TestCampus()
        let lines = try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            _ = try AnswerStore.find(key: "price", course: course, recorder)
            return recorder.lines
        }
        // Only SQLite tells its plans here.
        #expect(
            lines == ["not SQLite's"] || lines.contains { $0.contains("answer_key (key=? AND course_id=?)") },
            "\(lines)")
    }
}
