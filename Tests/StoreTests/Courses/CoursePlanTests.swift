import Campus
import Learning
import Persistence
import Store
import TestKit
import Testing

/// The statements behind courses, imports and files go by indexes.
@Suite struct CoursePlanTests {
    private func scans(_ body: @escaping @Sendable (PlanRecorder) throws -> Void) async throws -> [String] {
        let test = try await TestCampus()
        return try await test.campus.database.read { connection in
            let recorder = PlanRecorder(connection)
            try body(recorder)
            return recorder.lines.isEmpty ? ["nothing ran"] : recorder.scans
        }
    }

    private static let person = Identifier<Person>(stored: UUIDv7.make())
    private static let course = Identifier<Course>(stored: UUIDv7.make())
    private static let version = Identifier<CourseVersion>(stored: UUIDv7.make())
    private static let learner = CourseSight(Caller(id: person, roles: [.learner]))
    private static let manager = CourseSight(Caller(id: person, roles: [.manager]))
    private static let trainer = CourseSight(Caller(id: person, roles: [.trainer]))

    @Test func `a file that a launch opens`() async throws {
        let scans = try await scans { connection in
            _ = try LaunchStore.find(hash: "x", now: TestClock.start, connection)
            _ = try VersionFileStore.find("a/b", of: Self.version, connection)
        }
        #expect(scans == [])
    }

    @Test func `an activity, with who may see it`() async throws {
        for sight in [Self.learner, Self.manager, Self.trainer] {
            let scans = try await scans { connection in
                _ = try CourseStore.summary(Self.course, sight, connection)
                _ = try CourseVersionStore.find(Self.version, connection)
                _ = try CourseVersionStore.step("key", of: Self.version, connection)
            }
            // What recursion has found so far is gone through once.
            #expect(Set(scans).isSubset(of: ["SCAN team"]))
        }
    }

    @Test func `the content of a version`() async throws {
        let scans = try await scans { connection in
            _ = try CourseVersionStore.modules(of: Self.version, connection)
            _ = try CourseVersionStore.behaviors(of: Self.version, connection)
            _ = try CourseVersionStore.answers(of: Self.version, connection)
            _ = try CourseVersionStore.find(digest: "x", of: Self.course, connection)
        }
        #expect(scans == [])
    }

    @Test func `lists go along an index from where they stopped`() async throws {
        let scans = try await scans { connection in
            _ = try CourseStore.list(
                Self.trainer, page: Page(after: (titleKey: "m", id: Self.course), limit: 26), connection)
            _ = try CourseVersionStore.list(
                of: Self.course, Self.trainer, page: Page(after: 7, limit: 26), connection)
            _ = try ImportJobStore.list(page: Page(after: Identifier(stored: "m"), limit: 26), connection)
            _ = try ImportJobStore.findings(of: [Identifier(stored: "m")], connection)
        }
        #expect(scans == [])
    }

    @Test func `what a sweep asks for`() async throws {
        let digest = try #require(BlobDigest(String(repeating: "0", count: 64)))
        let scans = try await scans { connection in
            _ = try VersionFileStore.unnamed(among: [digest], connection)
        }
        #expect(scans == [])
    }
}
