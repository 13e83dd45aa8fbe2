import Archive
import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct ImportCourseTests {
    private func count(_ table: SQLQuery, _ test: TestCampus) async throws -> Int {
        try await test.campus.database.read { try $0.value("SELECT COUNT(*) FROM \(table)") ?? 0 }
    }

    @Test(arguments: Backend.allCases)
    func `a folder becomes a course with its files`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        let report = try await test.campus.importCourse(package.url, by: .operator)
        #expect(report.result == .created)
        #expect(report.counts == ImportCounts(modules: 1, activities: 2, answers: 1, files: 1))
        let version = try #require(report.version)
        let file = try await test.campus.database.read {
            try VersionFileStore.find("files/card.html", of: version, $0)
        }
        let stored = try #require(file)
        #expect(try test.campus.blobs.read(stored.digest, in: 0..<100) == Array("<h1>Card</h1>".utf8))
        let manifest = try await test.campus.database.read {
            try VersionFileStore.find("curriculum.xml", of: version, $0)
        }
        #expect(manifest == nil, "the manifest holds the keys of quizzes: it is kept, and no learner gets it")
        #expect(try test.campus.blobs.all().count == 2)
    }

    @Test(arguments: Backend.allCases)
    func `the same content is no new version, whatever it comes in`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        let first = try await test.campus.importCourse(package.url, by: .operator)
        let again = try await test.campus.importCourse(package.url, by: .operator)
        let zip = try TemporaryFolder()
        let path = zip.url.appendingPathComponent("small.zip").path
        try ArchiveWriter.write(
            [
                "curriculum.xml": .file(package.file("curriculum.xml").path),
                "files/card.html": .file(package.file("files/card.html").path),
            ], to: path)
        let zipped = try await test.campus.importCourse(URL(fileURLWithPath: path), by: .operator)
        for report in [again, zipped] {
            #expect(report.result == .unchanged)
            #expect(report.version == first.version)
            #expect(report.course == first.course)
        }
        #expect(try await count("course_version", test) == 1)
        #expect(try await count("change", test) == 1)
    }

    @Test func `a lone document is the same under every name, and in a folder`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(at: package.file("files"))
        let first = try await test.campus.importCourse(package.url, by: .operator)
        #expect(first.result == .created)
        for name in ["curriculum (1).xml", "a.xml", "curriculum.xml"] {
            let copy = folder.url.appendingPathComponent(name)
            try FileManager.default.copyItem(at: package.file("curriculum.xml"), to: copy)
            let again = try await test.campus.importCourse(copy, by: .operator)
            #expect(again.result == .unchanged, "\(name)")
            #expect(again.version == first.version, "\(name)")
        }
    }

    @Test(arguments: Backend.allCases)
    func `what is known brings back files that are missing`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        _ = try await test.campus.importCourse(package.url, by: .operator)
        let digest = try #require(try test.campus.blobs.all().first)
        try test.campus.blobs.remove(digest)
        #expect(try await test.campus.importCourse(package.url, by: .operator).result == .unchanged)
        #expect(try test.campus.blobs.contains(digest))
    }

    @Test func `an earlier version that comes again is said to be one`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let first = try await test.campus.importCourse(package.url, by: .operator)
        #expect(!first.findings.contains { $0.code == "superseded" })
        let before = try Data(contentsOf: package.file("files/card.html"))
        try package.write("<h1>Better card</h1>", to: "files/card.html")
        _ = try await test.campus.importCourse(package.url, by: .operator)
        try before.write(to: package.file("files/card.html"))
        let again = try await test.campus.importCourse(package.url, by: .operator)
        #expect(again.result == .unchanged && again.version == first.version)
        #expect(again.findings.contains { $0.code == "superseded" })
    }

    @Test(arguments: Backend.allCases)
    func `a file that changed makes the next version`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        let first = try await test.campus.importCourse(package.url, by: .operator)
        try package.write("<h1>Better card</h1>", to: "files/card.html")
        let second = try await test.campus.importCourse(package.url, by: .operator)
        #expect(second.result == .created)
        #expect(second.course == first.course)
        #expect(second.version != first.version)
        #expect(try test.campus.blobs.all().count == 3)
    }

    @Test(arguments: Backend.allCases)
    func `what is refused leaves nothing`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        try package.write("<curriculum><title>", to: "curriculum.xml")
        let report = try await test.campus.importCourse(package.url, by: .operator)
        #expect(report.result == .refused)
        #expect(report.findings.map(\.code) == ["bad-xml"])
        #expect(report.course == nil)
        #expect(try await count("course_version", test) == 0)
        #expect(try test.campus.blobs.all() == [])
    }

    @Test func `a package with warnings is taken, but not by the strict`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage(files: [:])
        let strict = try await test.campus.importCourse(package.url, strict: true, by: .operator)
        #expect(strict.result == .refused)
        #expect(strict.findings.first?.code == "strict")
        #expect(try await count("course", test) == 0)
        let lenient = try await test.campus.importCourse(package.url, by: .operator)
        #expect(lenient.result == .created)
        #expect(lenient.findings.contains { $0.code == "missing-files" })
    }

    @Test(arguments: [Role.learner, .manager, .leader])
    func `only trainers and admins import`(role: Role) async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let token = try await test.person("Kim", roles: [role]).token
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.importCourse(package.url, by: .token(token))
        }
        #expect(refusal?.kind == .forbidden)
    }

    @Test func `who imports a new course owns it`() async throws {
        let test = try await TestCampus()
        let trainer = try await test.person("Kim", roles: [.trainer])
        let package = try SamplePackage()
        let report = try await test.campus.importCourse(package.url, by: .token(trainer.token))
        let id = try #require(report.course)
        let course = try await test.campus.database.read { try CourseStore.find(id, $0) }
        #expect(course?.ownerID == trainer.person.id)
    }

    @Test func `of two imports of the same content at once one makes the version`() async throws {
        let test = try await TestCampus(.sqliteFile)
        let package = try SamplePackage()
        let results = try await withThrowingTaskGroup(of: ImportResult.self) { group in
            for _ in 0..<4 {
                group.addTask { try await test.campus.importCourse(package.url, by: .operator).result }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(results == [.created: 1, .unchanged: 3])
        #expect(try await count("course_version", test) == 1)
    }

    @Test func `a package that changes while it is imported is refused`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let work = ImportWork(blobs: test.campus.blobs) { _ in }
        let reading = try work.read(package.url.path)
        try package.write("<h1>Evil</h1>", to: "files/card.html")
        #expect(throws: PackageChanged.self) { try work.keep(reading) }
    }

    @Test func `the curriculum that the documentation shows is imported`() async throws {
        let test = try await TestCampus()
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../docs/curriculum/ask-before-you-pitch")
        let report = try await test.campus.importCourse(folder, by: .operator)
        #expect(report.result == .created)
        #expect(report.counts.files == 3)
    }
}
