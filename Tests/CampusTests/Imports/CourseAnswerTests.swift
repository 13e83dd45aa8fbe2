import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

/// What a new version does to the answers of the one before.
@Suite struct CourseAnswerTests {
    private struct Row: Equatable {
        var question: String
        var state: String
        var revision: Int
    }

    private func rows(_ test: TestCampus) async throws -> [String: Row] {
        try await test.campus.database.read { connection in
            let rows = try connection.tuples(
                "SELECT key, question, state, revision FROM answer", String.self, String.self, String.self, Int.self)
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0.0, Row(question: $0.1, state: $0.2, revision: $0.3)) })
        }
    }

    private func draft(_ label: String, _ answers: [String: String]) -> CourseDraft {
        var draft = CourseDraft.sample(label: label)
        draft.answers = answers.sorted { $0.key < $1.key }.map {
            AnswerDraft(key: $0.key, tags: ["b", "a", "b"], question: $0.value, also: ["or so"], text: "Because.")
        }
        return draft
    }

    private func edit(_ key: String, _ test: TestCampus) async throws {
        try await test.campus.database.write { connection in
            _ = try connection.execute(
                "UPDATE answer SET question = 'mine', revision = revision + 1 WHERE key = \(key)")
        }
    }

    @Test(arguments: Backend.allCases)
    func `answers come with the version, with phrasings and tags`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let (course, _) = try await test.publish(draft("1", ["a": "A?", "b": "B?"]))
        #expect(
            try await rows(test) == [
                "a": Row(question: "A?", state: "published", revision: 1),
                "b": Row(question: "B?", state: "published", revision: 1),
            ])
        try await test.campus.database.read { connection in
            #expect(try connection.value("SELECT COUNT(*) FROM answer_phrasing", of: Int.self) == 2)
            let tags = try connection.column("SELECT tag FROM answer_tag ORDER BY answer_id, tag", of: String.self)
            #expect(tags == ["a", "b", "a", "b"])
            let courses = try connection.column("SELECT DISTINCT course_id FROM answer", of: Identifier<Course>.self)
            #expect(courses == [course])
        }
    }

    @Test(arguments: Backend.allCases)
    func `the next version changes, adds and retires, and leaves alone what is the same`(backend: Backend) async throws
    {
        let test = try await TestCampus(backend)
        try await test.publish(draft("1", ["changed": "Old?", "gone": "Gone?", "same": "Same?"]))
        try await test.publish(draft("2", ["changed": "New?", "added": "Added?", "same": "Same?"]))
        #expect(
            try await rows(test) == [
                "changed": Row(question: "New?", state: "published", revision: 2),
                "gone": Row(question: "Gone?", state: "retired", revision: 2),
                "added": Row(question: "Added?", state: "published", revision: 1),
                "same": Row(question: "Same?", state: "published", revision: 1),
            ])
        try await test.publish(draft("3", ["gone": "Gone?"]))
        #expect(try await rows(test)["gone"] == Row(question: "Gone?", state: "published", revision: 3))
    }

    @Test(arguments: Backend.allCases)
    func `what a person edited stays theirs`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        try await test.publish(draft("1", ["kept": "Old?", "dropped": "Old?"]))
        try await edit("kept", test)
        try await edit("dropped", test)
        let next = draft("2", ["kept": "New?"])
        let publication = try await test.campus.publish(
            next, format: "curriculum", digest: Secret.hash("2"), files: [], by: nil)
        #expect(publication.keptAnswers == ["kept"])
        #expect(
            try await rows(test) == [
                "kept": Row(question: "mine", state: "published", revision: 2),
                "dropped": Row(question: "mine", state: "published", revision: 2),
            ])
    }

    @Test func `an answer is to be looked at again ninety days after its author wrote it`() async throws {
        let test = try await TestCampus()
        func days() async throws -> [CivilDate?] {
            try await test.campus.database.read {
                try $0.column("SELECT verify_by FROM answer ORDER BY key", of: CivilDate?.self)
            }
        }
        try await test.publish(draft("1", ["changed": "Old?", "same": "Same?"]))
        #expect(try await days() == [CivilDate("2026-05-31"), CivilDate("2026-05-31")])
        test.clock.advance(seconds: 86_400)
        try await test.publish(draft("2", ["changed": "New?", "same": "Same?"]))
        #expect(try await days() == [CivilDate("2026-06-01"), CivilDate("2026-05-31")])
    }

    @Test func `an owner whom nobody here is is told`() async throws {
        let test = try await TestCampus()
        let answers = (1...6).map {
            "<answer id='a\($0)' owner='n\($0 / 2)@x.example'><question>Q\($0)?</question><text>T</text></answer>"
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text =
            "<curriculum xmlns='urn:cornerman:curriculum:1' id='c'><title>C</title><answers>\(answers.joined())</answers></curriculum>"
        let file = folder.appending(path: "curriculum.xml")
        try Data(text.utf8).write(to: file)
        let told = try await test.campus.importCourse(file, by: .operator).findings.filter {
            $0.code == "unknown-owner"
        }
        #expect(told.map(\.count) == [4])
        #expect(told.first?.message.hasSuffix("n0@x.example, n1@x.example, n2@x.example, n3@x.example.") == true)
    }

    @Test(arguments: Backend.allCases)
    func `an owner is known by e-mail in any case or by number`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let trainer = Person(
            id: test.campus.makeIdentifier(), externalID: "T-1", name: "Kim", email: "Kim@example.org",
            roles: [.trainer], createdAt: test.clock.now)
        try await test.campus.database.write { try PersonStore.insert(trainer, $0) }
        var draft = draft("1", ["mail": "A?", "number": "B?", "nobody": "C?"])
        for index in draft.answers.indices {
            draft.answers[index].owner =
                ["mail": "kim@EXAMPLE.org", "number": "T-1", "nobody": "x"][draft.answers[index].key]
        }
        try await test.publish(draft)
        let owners = try await test.campus.database.read {
            try $0.column("SELECT owner_id FROM answer ORDER BY key", of: Identifier<Person>?.self)
        }
        #expect(owners == [trainer.id, nil, trainer.id])
    }
}
