import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct ExaminationTests {
    private static let draft = CourseDraft(
        key: "c", title: "C", modules: [CourseModule(key: "m", kind: .training, title: "M")])

    @Test(arguments: Backend.allCases)
    func `a sound campus has no ailments`(_ backend: Backend) async throws {
        let test = try await TestCampus(backend)
        _ = try await test.publish(Self.draft)
        #expect(try await test.campus.examine() == [])
    }

    @Test func `a missing and a changed file are found`() async throws {
        let test = try await TestCampus(.sqliteFile)
        let writer = try test.campus.blobs.makeWriter()
        try Array("words".utf8).withUnsafeBytes { try writer.write($0) }
        let digest = try writer.finish()
        let version = try await test.publish(Self.draft).version
        try await test.campus.database.write { connection in
            try connection.execute(
                "INSERT INTO version_file (version_id, path, digest, size) VALUES (\(version), 'a.txt', \(digest), 5)")
        }
        #expect(try await test.campus.examine() == [])
        let file = test.folder.url.appendingPathComponent("blobs/\(digest.text.prefix(2))/\(digest.text)")
        try Data("sword".utf8).write(to: file)
        #expect(try await test.campus.examine().map(\.code) == ["blob-damaged"])
        try FileManager.default.removeItem(at: file)
        #expect(try await test.campus.examine().map(\.code) == ["blob-missing"])
    }

    static let damages: [(sql: SQLQuery, kind: String)] = [
        ("UPDATE progress SET status = 'open', completed_at = NULL", "progress: 1"),
        ("DELETE FROM progress", "progress: 1"),
        ("UPDATE module_progress SET is_started = 0 WHERE is_started = 1", "modules: 1, counters: 1"),
        ("UPDATE attempt SET score = 0.123", "attempts: 1"),
        ("UPDATE completion_counter SET done = done + 1 WHERE module_key = ''", "counters: 1"),
        ("DELETE FROM completion_counter WHERE module_key = ''", "counters: 1"),
        (
            """
            INSERT INTO completion_counter (
                course_id, module_key, manager_id, enrolled, started, completed, required, done
            ) SELECT course_id, module_key, 'nobody', 0, 0, 0, 0, 0 FROM completion_counter WHERE module_key = ''
            """, "counters: 1"
        ),
        // The counters no longer add up to the enrollment either.
        ("UPDATE enrollment SET done = 0", "enrollments: 1, counters: 1"),
    ]

    @Test(arguments: damages.indices, Backend.allCases)
    func `what is not as the events say is found, and nothing is written`(index: Int, backend: Backend) async throws {
        let company = try await SmallCompany(backend)
        let campus = company.campus
        try await campus.database.write { [company] connection in
            try AttemptStore.insert(
                Attempt(
                    id: company.test.identifier(Attempt.self), enrollmentID: company.enrollment, activity: "check",
                    occurrence: 1,
                    number: 1, versionID: company.version, seed: 1, openedAt: TestClock.start), connection)
        }
        #expect(
            try await company.send(.made(.completed, "reasons", in: company.enrollment), as: company.rep)
                == [.recorded])
        #expect(try await campus.examine() == [])

        let damage = Self.damages[index]
        try await campus.database.write { connection in try connection.script(damage.sql) }
        let damaged = try await company.test.progressTables()
        let found = try await campus.examine()
        #expect(found.map(\.code) == ["progress-differs"])
        #expect(found.map(\.message) == ["Rows are not as the events say (\(damage.kind))."])
        #expect(try await company.test.progressTables() == damaged)

        #expect(try await campus.recompute().differences.total > 0)
        #expect(try await campus.recompute().differences.total == 0)
        #expect(try await campus.examine() == [])
    }

    @Test func `every enrollment is looked at, however many there are`() async throws {
        let test = try await TestCampus()
        let course = try await test.publish(.sample()).course
        var last: Identifier<Enrollment>?
        for number in 0..<103 {
            last = try await test.enroll(try await test.person("P\(number)").person, in: course)
        }
        #expect(try await test.campus.examine() == [])
        let enrollment = try #require(last)
        try await test.campus.database.write { connection in
            try connection.execute("UPDATE enrollment SET last_event_at = 5 WHERE id = \(enrollment)")
        }
        #expect(
            try await test.campus.examine().map(\.message)
                == ["Rows are not as the events say (enrollments: 1, counters: 1)."])
    }
}
