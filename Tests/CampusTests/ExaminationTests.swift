import Foundation
import Learning
import Persistence
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
}
