import Campus
import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@Suite struct TransferTests {
    /// An organization with something in nearly every table.
    private func organization(_ test: TestCampus) async throws -> Identifier<Course> {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        _ = try await test.campus.loadStarter(
            from: root.appendingPathComponent("seeds"), courses: root.appendingPathComponent("Courses"))
        let courses: [Identifier<Course>] = try await test.campus.database.read {
            try $0.column("SELECT id FROM course ORDER BY key")
        }
        return try #require(courses.first)
    }

    private func export(_ course: Identifier<Course>, of test: TestCampus) async throws -> Data {
        let package = try await test.campus.exportPackage(of: course, by: .operator)
        return try Data(contentsOf: package.url)
    }

    @Test func `there and back nothing is lost and nothing added`() async throws {
        let here = try await TestCampus(.sqliteMemory, now: .system)
        let course = try await organization(here)
        let there = try await TestCampus()
        let sent = try await here.campus.transfer(to: there.campus)
        #expect(sent.rows > 2000)
        #expect(sent.tables.filter { $0.rows > 0 }.count > 25)
        #expect(sent.files > 3 && sent.bytes > 1000)
        #expect(try await export(course, of: there) == export(course, of: here))
        #expect(try await there.campus.examine() == [])
        // It goes on there: keys that count up do not begin anew, and what refers to nothing is refused.
        _ = try await there.campus.createAnswer(AnswerFields(question: "A giraffe?", text: "T"), .operator)
        await #expect(throws: StoreError.self) {
            try await there.campus.database.write {
                try $0.execute("UPDATE person SET manager_id = 'nobody' WHERE external_id = '1001'")
            }
        }
        let back = try await TestCampus(.sqliteFile)
        let report = try await there.campus.transfer(to: back.campus)
        #expect(report.rows > sent.rows)
        #expect(try await export(course, of: back) == export(course, of: here))
        let again = try await TestCampus()
        #expect(try await back.campus.transfer(to: again.campus) == report)
    }

    @Test func `a target that is not empty is refused`() async throws {
        let here = try await TestCampus(.sqliteMemory)
        let there = try await TestCampus()
        try await there.person("Somebody")
        let refusal = await #expect(throws: Refusal.self) { try await here.campus.transfer(to: there.campus) }
        #expect(refusal?.code == "target-not-empty")
    }

    @Test func `uploads that wait are not left behind`() async throws {
        let here = try await TestCampus(.sqliteMemory)
        _ = try await here.campus.receive(fileName: "a.xml", announced: nil, by: .operator) {
            try await $0.append(Array("<a/>".utf8))
        }
        let there = try await TestCampus()
        let refusal = await #expect(throws: Refusal.self) { try await here.campus.transfer(to: there.campus) }
        #expect(refusal?.code == "uploads-wait")
    }

    @Test func `a file that is damaged here stops it, and nothing comes`() async throws {
        let here = try await TestCampus(.sqliteFile)
        let package = try SamplePackage()
        #expect(try await here.campus.importCourse(package.url, by: .operator).result == .created)
        let blobs = here.folder.url.appendingPathComponent("blobs")
        let digest = try #require(try here.campus.blobs.all().first)
        try Data("other".utf8).write(
            to: blobs.appendingPathComponent("\(digest.text.prefix(2))/\(digest.text)"))
        let there = try await TestCampus()
        await #expect(throws: Refusal.self) { try await here.campus.transfer(to: there.campus) }
        #expect(try await there.campus.database.read { try $0.value("SELECT COUNT(*) FROM course", of: Int.self) } == 0)
    }
}
