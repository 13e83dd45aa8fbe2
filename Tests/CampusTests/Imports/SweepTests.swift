import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

/// What a program that was killed in mid-import leaves, and what the next start makes of it.
@Suite struct SweepTests {
    private func count(_ table: SQLQuery, _ test: TestCampus) async throws -> Int {
        try await test.campus.database.read { try $0.value("SELECT COUNT(*) FROM \(table)") ?? 0 }
    }

    /// Goes as far as keeping the files.
    private func keepFiles(of package: SamplePackage, _ test: TestCampus) throws -> StagedVersion {
        let work = ImportWork(blobs: test.campus.blobs) { _ in }
        let reading = try work.read(package.url.path)
        return StagedVersion(
            id: test.campus.makeIdentifier(), draft: try #require(reading.draft), format: reading.format,
            digest: try #require(reading.digest), files: try work.keep(reading), importedBy: nil,
            createdAt: test.clock.now)
    }

    @Test(arguments: Backend.allCases)
    func `files without a version go, those of a version stay`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let package = try SamplePackage()
        let first = try await test.campus.importCourse(package.url, by: .operator)
        _ = try keepFiles(of: try SamplePackage(label: "2", files: ["files/card.html": "new"]), test)
        #expect(try test.campus.blobs.all().count == 4)
        try await test.campus.sweep()
        let left = try test.campus.blobs.all()
        let files = try await test.campus.database.read {
            try VersionFileStore.all(of: first.version ?? Identifier(stored: ""), $0)
        }
        #expect(Set(left) == Set(files.map(\.digest)))
        #expect(left.count == 2)
    }

    @Test(arguments: Backend.allCases)
    func `a staged version goes with its rows and files`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let staged = try keepFiles(of: try SamplePackage(), test)
        try await test.campus.stage(staged)
        try await test.campus.sweep()
        for table in ["course_version", "module", "step", "behavior", "version_answer", "version_file"] as [SQLQuery] {
            #expect(try await count(table, test) == 0)
        }
        #expect(try test.campus.blobs.all() == [])
    }

    @Test(arguments: Backend.allCases)
    func `a version whose rows are not all there yet goes as well`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let staged = try keepFiles(of: try SamplePackage(), test)
        try await test.campus.database.write { try CourseVersionStore.stage(staged, $0) }
        let slice = try #require(try VersionRows.slices(of: staged, limit: 2).first)
        try await test.campus.database.write { try slice.insert($0) }
        try await test.campus.sweep()
        #expect(try await count("course_version", test) == 0)
        #expect(try await count("behavior", test) == 0)
    }

    @Test func `while somebody else imports their work is left alone`() async throws {
        let test = try await TestCampus()
        let hold = try test.campus.blobs.hold()
        let staged = try keepFiles(of: try SamplePackage(), test)
        try await test.campus.stage(staged)
        try await test.campus.sweep()
        #expect(try test.campus.blobs.all().count == 2)
        let publication = try await test.campus.publish(staged)
        #expect(publication.result == .created)
        withExtendedLifetime(hold) {}
    }

    @Test func `uploads without a job go, those that wait stay`() async throws {
        // Where nodes share the work an upload lies among the blobs.
        let test = try await TestCampus(.sqliteMemory)
        let job = try await test.campus.receive(fileName: "a.xml", announced: nil, by: .operator) {
            try await $0.append(Array("<a/>".utf8))
        }
        let lost = test.campus.incoming.appendingPathComponent("lost")
        try FileManager.default.createDirectory(at: lost, withIntermediateDirectories: true)
        try await test.campus.sweep()
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [job.id.text])
    }
}
