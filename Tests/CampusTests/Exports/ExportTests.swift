import CoursePackage
import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct ExportTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let shared =
        ProcessInfo.processInfo.environment["CORNERMAN_SHARED"].map { URL(fileURLWithPath: $0) }
        ?? root.deletingLastPathComponent().appendingPathComponent("shared")

    /// The courses that ship, the documented example, and every package of the shared corpus that can be imported.
    private static let packages: [URL] = {
        let manager = FileManager.default
        func inside(_ folder: URL) -> [URL] {
            ((try? manager.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
                .map { folder.appendingPathComponent($0) }
        }
        let own =
            inside(root.appendingPathComponent("Courses")) + inside(root.appendingPathComponent("docs/curriculum"))
        let corpus = ["derived", "hostile", "scorm12", "scorm2004"].flatMap {
            inside(shared.appendingPathComponent("corpus/\($0)"))
        }
        return (own + corpus).filter { PackageReader().read($0.path).draft != nil }
    }()

    /// Imports a package, exports what came of it, and imports that: here and elsewhere.
    private func goRound(_ package: URL) async throws {
        let test = try await TestCampus()
        let first = try await test.campus.importCourse(package, by: .operator)
        #expect(first.result == .created)
        let course = try #require(first.course)
        let export = try await test.campus.exportPackage(of: course, by: .operator)
        let again = try await test.campus.importCourse(export.url, by: .operator)
        #expect(again.result == .unchanged, "\(again.findings)")
        #expect(again.version == first.version)
        #expect(again.reading.digest == first.reading.digest)
        let other = try await TestCampus()
        let there = try await other.campus.importCourse(export.url, by: .operator)
        #expect(there.result == .created)
        #expect(there.reading.draft?.modules == first.reading.draft?.modules)
        #expect(there.reading.draft?.answers == first.reading.draft?.answers)
        let second = try await other.campus.exportPackage(of: try #require(there.course), by: .operator)
        #expect(
            try Data(contentsOf: second.url) == Data(contentsOf: export.url), "an export depends on what is in it alone"
        )
    }

    @Test func `whatever came in goes out and comes in again without a change`() async throws {
        #expect(Self.packages.count >= 4)
        for package in Self.packages {
            do {
                try await goRound(package)
            } catch {
                Issue.record("\(package.path): \(error)")
            }
        }
    }

    @Test func `keys of quizzes are in the package, and are no file that a learner gets`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let made = try await test.campus.importCourse(package.url, by: .operator)
        let version = try #require(made.version)
        let files = try await test.campus.database.read { connection in
            let all = try VersionFileStore.all(of: version, connection)
            for file in all where file.isWithheld {
                #expect(try VersionFileStore.find(file.path, of: version, connection) == nil)
            }
            return all
        }
        #expect(files.map(\.path) == ["curriculum.xml", "files/card.html"])
        #expect(files.map(\.isWithheld) == [true, false])
        #expect(made.counts.files == 1)
    }

    @Test func `a version of before is whole once its package was imported again`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let made = try await test.campus.importCourse(package.url, by: .operator)
        let course = try #require(made.course)
        try await test.campus.database.write { try $0.script("DELETE FROM version_file WHERE is_withheld = 1") }
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.exportPackage(of: course, by: .operator)
        }
        #expect(refusal?.code == "package-not-whole")
        let again = try await test.campus.importCourse(package.url, by: .operator)
        #expect(again.result == .unchanged)
        _ = try await test.campus.exportPackage(of: course, by: .operator)
    }

    @Test func `an export leaves nothing behind, and a gone file is named`() async throws {
        let test = try await TestCampus()
        let package = try SamplePackage()
        let made = try await test.campus.importCourse(package.url, by: .operator)
        let course = try #require(made.course)
        do {
            let export = try await test.campus.exportPackage(of: course, by: .operator)
            #expect(export.name == "small-1.zip")
            #expect(FileManager.default.fileExists(atPath: export.url.path))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
        for digest in try test.campus.blobs.all() where try test.campus.blobs.size(of: digest) == 13 {
            try test.campus.blobs.remove(digest)
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.exportPackage(of: course, by: .operator)
        }
        #expect(refusal?.code == "file-gone")
        #expect(refusal?.message.contains("files/card.html") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
    }

    @Test(arguments: ["Listen & learn", "Übung <macht> den “Meister”", "価格の話", "  two   words "])
    func `a starter comes in without a finding`(title: String) async throws {
        let test = try await TestCampus()
        let trainer = try await test.person("Tia", roles: [.trainer]).person
        let (name, bytes) = try await test.campus.starterPackage(titled: title, by: .person(trainer.id))
        #expect(name.hasSuffix(".zip"))
        let file = test.folder.url.appendingPathComponent(name)
        try bytes.write(to: file)
        let made = try await test.campus.importCourse(file, strict: true, by: .operator)
        #expect(made.result == .created)
        #expect(made.findings.filter { $0.code != "unknown-owner" } == [])
        #expect(made.reading.draft?.title == title.split(separator: " ").joined(separator: " "))
        let learner = try await test.person("Lea").person
        await #expect(throws: Refusal.self) {
            try await test.campus.starterPackage(titled: title, by: .person(learner.id))
        }
    }
}
