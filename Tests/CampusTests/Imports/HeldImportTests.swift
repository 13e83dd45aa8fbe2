import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct HeldImportTests {
    private func upload(_ text: String, hold: Bool = true, _ test: TestCampus) async throws -> Identifier<ImportJob> {
        let id = try await test.campus.receive(fileName: "small.xml", isHold: hold, announced: nil, by: .operator) {
            try await $0.append(Array(text.utf8))
        }.id
        _ = try await test.campus.runNextImport()
        return id
    }

    private func versions(_ test: TestCampus) async throws -> Int {
        try await test.campus.database.read { try $0.value("SELECT COUNT(*) FROM course_version") ?? 0 }
    }

    private func next(_ label: String = "2") -> String {
        SamplePackage.curriculum(label: label)
            .replacing("<title>Reasons</title>", with: "<title>Three reasons</title>")
    }

    @Test(arguments: Backend.allCases)
    func `a new version waits, with what it changes, until it is published`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        // What is new altogether changes nothing for anybody.
        let first = try await test.campus.importJob(upload(SamplePackage.curriculum(), test), by: .operator).job
        #expect(first.result == .created)
        let id = try await upload(next(), test)
        let held = try await test.campus.importJob(id, by: .operator)
        #expect(held.job.state == .held)
        #expect(held.job.result == .held)
        #expect(held.job.comparedWith == first.versionID)
        #expect(held.job.courseID == first.courseID)
        #expect(held.job.endedAt == nil)
        #expect(held.findings.contains { $0.code == "missing-files" })
        #expect(try await versions(test) == 1)
        let changes = try await test.campus.changes(of: id, by: .operator)
        #expect(changes.course.map(\.field) == [.label])
        #expect(changes.activities.entries.map(\.change) == [.changed, .kept])
        #expect(
            changes.activities.entries[0].fields == [FieldChange(.title, before: "Reasons", after: "Three reasons")])
        // Nobody takes it up by itself, and a start keeps it.
        #expect(try await test.campus.runNextImport() == false)
        try await test.campus.sweep()
        #expect(try await test.campus.importJob(id, by: .operator).job.state == .held)

        let released = try await test.campus.publishImport(id, by: .operator)
        #expect(released.job.state == .waiting)
        #expect(try await test.campus.runNextImport())
        let ended = try await test.campus.importJob(id, by: .operator)
        #expect(ended.job.result == .created)
        #expect(ended.findings.map(\.code) == held.findings.map(\.code))
        #expect(try await test.campus.changes(of: id, by: .operator) == changes)
        #expect(try await versions(test) == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
        await #expect(throws: Refusal.self) { try await test.campus.publishImport(id, by: .operator) }
    }

    @Test(arguments: Backend.allCases)
    func `what is refused or known ends as without a look`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        _ = try await upload(SamplePackage.curriculum(), test)
        let same = try await test.campus.importJob(upload(SamplePackage.curriculum(), test), by: .operator).job
        #expect(same.result == .unchanged)
        let bad = try await test.campus.importJob(upload("<curriculum", test), by: .operator).job
        #expect(bad.result == .refused)
        await #expect(throws: Refusal.missing("comparison")) {
            try await test.campus.changes(of: bad.id, by: .operator)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a version that came between is told, and nothing is published`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        _ = try await upload(SamplePackage.curriculum(), test)
        let id = try await upload(next("2"), test)
        let other = try await test.campus.importJob(upload(next("3"), hold: false, test), by: .operator).job
        #expect(other.result == .created)
        _ = try await test.campus.publishImport(id, by: .operator)
        _ = try await test.campus.runNextImport()
        let ended = try await test.campus.importJob(id, by: .operator)
        #expect(ended.job.result == .refused)
        #expect(ended.findings.first?.code == "course-moved-on")
        #expect(try await versions(test) == 2)
        let course = try #require(try await test.campus.courses(page: Page(limit: 2), by: .operator).first?.course)
        #expect(course.versionID == other.versionID)
    }

    @Test func `what nobody publishes in a day is over`() async throws {
        let test = try await TestCampus()
        _ = try await upload(SamplePackage.curriculum(), test)
        let id = try await upload(next(), test)
        test.clock.advance(seconds: 86_400)
        try await test.campus.endHeldImports()
        #expect(try await test.campus.importJob(id, by: .operator).job.state == .held)
        test.clock.advance(seconds: 1)
        try await test.campus.endHeldImports()
        let ended = try await test.campus.importJob(id, by: .operator)
        #expect(ended.job.result == .refused)
        #expect(ended.findings.map(\.code) == ["not-published"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
    }

    @Test func `a look from the command line publishes nothing, not even a new course`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let first = try await test.campus.importCourse(package.url, isLook: true, by: .operator)
        #expect(first.result == .held)
        #expect(first.comparedWith == nil)
        #expect(first.changes?.activities.added == 2)
        #expect(try await versions(test) == 0)
        _ = try await test.campus.importCourse(package.url, by: .operator)
        try package.write("<h1>Another card</h1>", to: "files/card.html")
        let second = try await test.campus.importCourse(package.url, isLook: true, by: .operator)
        #expect(second.changes?.activities.entries.last?.fields == [FieldChange(.content)])
        #expect(second.changes?.files.entries.map(\.change) == [.changed])
    }

    @Test(arguments: Backend.allCases)
    func `versions are compared across those between`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        var draft = CourseDraft.sample()
        let first = try await test.publish(draft)
        draft.versionLabel = "2"
        (draft.modules[0].steps[1].key, draft.modules[0].steps[1].was) = ("three-reasons", "reasons")
        let second = try await test.publish(draft)
        draft.versionLabel = "3"
        (draft.modules[0].steps[1].key, draft.modules[0].steps[1].was) = ("kinds", "three-reasons")
        let third = try await test.publish(draft)
        let comparison = try await test.campus.changes(
            in: third.version, of: first.course, since: first.version, by: .operator)
        let renamed = try #require(comparison.changes.activities.entries.first { $0.key == "kinds" })
        #expect(renamed.was == "reasons")
        #expect(renamed.change == .kept)
        #expect(comparison.changes.activities.kept == 8)
        let last = try await test.campus.changes(in: third.version, of: first.course, by: .operator)
        #expect(last.since == second.version)
        for (version, since) in [(first.version, nil), (second.version, third.version)] {
            await #expect(throws: Refusal.self) {
                try await test.campus.changes(in: version, of: first.course, since: since, by: .operator)
            }
        }
    }
}
