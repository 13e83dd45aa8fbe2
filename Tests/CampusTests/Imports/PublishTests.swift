import Learning
import Persistence
import TestKit
import Testing

@testable import Campus
@testable import Store

@Suite struct PublishTests {
    /// How many rows a table has.
    private func count(_ table: SQLQuery, _ test: TestCampus) async throws -> Int {
        try await test.campus.database.read { try $0.value("SELECT COUNT(*) FROM \(table)") ?? 0 }
    }

    private func stage(_ draft: CourseDraft, _ test: TestCampus) async throws -> StagedVersion {
        let version = StagedVersion(
            id: test.campus.makeIdentifier(), draft: draft, format: "curriculum", digest: Secret.hash("\(draft)"),
            files: [], importedBy: nil, createdAt: test.clock.now)
        try await test.campus.stage(version)
        return version
    }

    @Test(arguments: Backend.allCases)
    func `a published version gives back what its author wrote`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let draft = CourseDraft.sample()
        let (course, version) = try await test.publish(draft)
        try await test.campus.database.read { connection in
            #expect(try CourseVersionStore.modules(of: version, connection) == draft.modules)
            #expect(try CourseVersionStore.behaviors(of: version, connection) == draft.behaviors)
            #expect(try CourseVersionStore.answers(of: version, connection) == draft.answers)
            #expect(try CourseVersionStore.step("calls", of: version, connection)?.step.witness == .manager)
            let found = try #require(try CourseStore.find(course, connection))
            #expect(found.versionID == version)
            #expect(found.title == draft.title)
            #expect(!found.isOpen)
            #expect(try VersionFileStore.find("files/card.html", of: version, connection)?.size == 15)
        }
    }

    @Test(arguments: Backend.allCases)
    func `the same content twice is one version`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let first = try await test.publish(.sample())
        let second = try await test.publish(.sample())
        #expect(first == second)
        #expect(try await count("course_version", test) == 1)
        #expect(try await count("step", test) == 8)
    }

    @Test(arguments: Backend.allCases)
    func `new content of a known course is its next version, and the old one stays`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let first = try await test.publish(.sample(label: "1"))
        var draft = CourseDraft.sample(label: "2")
        draft.title = "Ask, then pitch"
        let second = try await test.publish(draft)
        #expect(first.course == second.course)
        try await test.campus.database.read { connection in
            let course = try #require(try CourseStore.find(first.course, connection))
            #expect(course.versionID == second.version)
            #expect(course.title == "Ask, then pitch")
            let versions = try CourseVersionStore.list(
                of: course.id, CourseSight(.operator), page: Page(limit: 10), connection)
            #expect(versions.map(\.number) == [2, 1])
            #expect(versions.map(\.label) == ["2", "1"])
            #expect(try CourseVersionStore.modules(of: first.version, connection).count == 3)
        }
    }

    @Test(arguments: Backend.allCases)
    func `nodes are told of a version in the transaction that publishes it`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (_, version) = try await test.publish(.sample())
        let changes = try await test.campus.database.read {
            try $0.column("SELECT subject FROM change WHERE topic = 'version'", of: String.self)
        }
        #expect(changes == [version.text])
    }

    @Test(arguments: Backend.allCases)
    func `a version that is only staged is nobody's to see`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let staged = try await stage(.sample(), test)
        let version = try await test.campus.database.read { try CourseVersionStore.find(staged.id, $0) }
        #expect(version == nil)
        #expect(try await count("course", test) == 0)
        #expect(try await count("answer", test) == 0)
        try await test.campus.removeStaged(staged.id)
        for table in ["course_version", "module", "step", "behavior", "version_answer"] as [SQLQuery] {
            #expect(try await count(table, test) == 0)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a version that was cleared away while it was staged cannot be published`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let staged = try await stage(.sample(), test)
        try await test.campus.removeStaged(staged.id)
        await #expect(throws: Refusal.self) { try await test.campus.publish(staged) }
        #expect(try await count("course", test) == 0)
    }

    @Test(arguments: Backend.allCases)
    func `when the last step of publishing fails nothing of it is there`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let staged = try await stage(.sample(), test)
        await #expect(throws: Refusal.self) {
            try await test.campus.publish(staged) { _, _ in throw Refusal.missing("job") }
        }
        #expect(try await count("course", test) == 0)
        #expect(try await count("answer", test) == 0)
        #expect(try await count("change", test) == 0)
    }

    @Test func `a version of any size comes in slices of at most two thousand rows`() throws {
        var draft = CourseDraft(key: "big", title: "Big")
        draft.modules = [
            CourseModule(
                key: "all", kind: .training, title: "All",
                steps: (0..<4321).map { Step(key: "s\($0)", kind: .lesson, title: "Lesson \($0)") })
        ]
        let version = StagedVersion(
            id: Identifier(stored: "v"), draft: draft, format: "curriculum", digest: "d", files: [], importedBy: nil,
            createdAt: TestClock.start)
        let slices = try VersionRows.slices(of: version)
        #expect(slices.map(\.count) == [2000, 2000, 322])
    }

    @Test(arguments: Backend.allCases)
    func `a large version is whole once it is published`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        var draft = CourseDraft(key: "big", title: "Big")
        draft.modules = (0..<5).map { module in
            CourseModule(
                key: "m\(module)", kind: .training, title: "Module",
                steps: (0..<900).map { Step(key: "m\(module)s\($0)", kind: .lesson, title: "Lesson \($0)") })
        }
        let (_, version) = try await test.publish(draft)
        let modules = try await test.campus.database.read { try CourseVersionStore.modules(of: version, $0) }
        #expect(modules == draft.modules)
    }
}
