import Campus
import Foundation
import Learning
import TestKit
import Testing

/// Answers go out as a file and come in again.
@Suite struct AnswerExchangeTests {
    /// An organization with a course and somebody who keeps answers, and no answers but the course's.
    private func organization(_ backend: Backend) async throws -> (test: TestCampus, access: Access) {
        let test = try await TestCampus(backend)
        var course = CourseDraft.sample()
        course.answers = []
        _ = try await test.publish(course)
        let (person, token) = try await test.person("Tess", roles: [.trainer])
        // By which a file names her, here and there.
        try await test.setPassword("a long enough one", of: person, email: "Tess@example.com")
        return (test, .token(token))
    }

    /// What is hard to write in one format or another.
    private static let hard: [AnswerFields] = {
        let day = CivilDate("2026-09-01")
        let texts = [
            "Plain.", "=1+1", "'=1+1", "-3", "a, \"b\"; c", "One:\n\n    code\n   \nend\n\n- x\n  - y",
            "a\r\nb\rc", "<b>&amp; ]]> &#10;</b>", "\u{1F600} e\u{301} \u{FFFD}", "| a | b |", "a\tb \\| \\\\",
        ]
        var all = texts.map {
            AnswerFields(
                question: "Q \($0)", also: ["also \($0)", "a|b\\"], text: $0, tags: ["t", "x, y"], verifyBy: day)
        }
        all.append(
            AnswerFields(question: "=A  b\nc", also: ["'@", "d  e"], text: "'+", tags: ["one two"], verifyBy: day))
        all.append(AnswerFields(question: "Bare?", text: "Bare.", verifyBy: day, language: "pt-BR"))
        return all
    }()

    private func fill(_ test: TestCampus, _ access: Access) async throws {
        let table = """
            key,question,text,course,activity,owner,language,verify_by,tags
            a,How much?,Ask first.,ask-first,reasons,,de,2026-09-01,"price|money"
            a,How much?,Ask last.,,,,,2026-09-02,

            """
        #expect(try await test.campus.importAnswers(csv: table, access).map(\.word) == ["created", "created"])
        for fields in Self.hard { _ = try await test.campus.createAnswer(fields, access) }
        let gone = try await test.campus.createAnswer(AnswerFields(question: "Old?", text: "Gone."), access)
        _ = try await test.campus.updateAnswer(gone.id, revision: 1, access) { $0.state = .retired }
    }

    @Test(arguments: Backend.allCases, [AnswerFormat.csv, .json, .xml])
    func `what went out comes in elsewhere, and goes out the same byte for byte`(
        _ backend: Backend, _ format: AnswerFormat
    ) async throws {
        let (here, access) = try await organization(backend)
        try await fill(here, access)
        let file = try await here.campus.exportAnswers(format, part: 3, access)
        // Here it changes nothing, as everything is there.
        let same = try await here.campus.importAnswers(file, as: format, access)
        #expect(same.count == Self.hard.count + 2)
        #expect(same.allSatisfy { $0.outcome == .unchanged }, "\(same.filter { $0.outcome != .unchanged })")
        let (there, other) = try await organization(backend)
        let brought = try await there.campus.importAnswers(file, as: format, other)
        #expect(brought.allSatisfy { $0.outcome == .created }, "\(brought.filter { $0.outcome != .created })")
        #expect(try await there.campus.exportAnswers(format, other) == file)
        let again = try await there.campus.importAnswers(file, as: format, other)
        #expect(again.allSatisfy { $0.outcome == .unchanged })
        let fields = try await there.campus.answers(AnswerFilter(), page: Page(limit: 99), other).map(\.fields)
        let wanted = try await here.campus.answers(AnswerFilter(state: .published), page: Page(limit: 99), access)
        #expect(fields.map(\.text) == wanted.map(\.fields.text) && fields.map(\.also) == wanted.map(\.fields.also))
        #expect(
            fields.map(\.question) == wanted.map(\.fields.question) && fields.map(\.tags) == wanted.map(\.fields.tags))
    }

    @Test(arguments: Backend.allCases)
    func `a glossary keeps question, text, phrasings and tags`(_ backend: Backend) async throws {
        let (here, access) = try await organization(backend)
        try await fill(here, access)
        let file = try await here.campus.exportAnswers(.moodle, access)
        #expect(try await here.campus.importAnswers(file, as: .moodle, access).allSatisfy { $0.outcome == .unchanged })
        let edited = String(decoding: file, as: UTF8.self).replacing(">Ask last.<", with: ">Ask first, and last.<")
        let changed = try await here.campus.importAnswers(Data(edited.utf8), as: .moodle, access).map(\.word)
        #expect(Set(changed) == ["updated", "unchanged"] && changed.count { $0 == "updated" } == 1)
        let (there, other) = try await organization(backend)
        #expect(try await there.campus.importAnswers(file, as: .moodle, other).allSatisfy { $0.outcome == .created })
        #expect(try await there.campus.exportAnswers(.moodle, other) == file)
        #expect(try await there.campus.importAnswers(file, as: .moodle, other).allSatisfy { $0.outcome == .unchanged })
    }

    @Test(arguments: Backend.allCases)
    func `of two entries of one concept each keeps its answer when the other is deleted`(_ backend: Backend)
        async throws
    {
        let (test, access) = try await organization(backend)
        func take(_ definitions: String...) async throws -> [String] {
            let entries = definitions.map { "<ENTRY><CONCEPT>Call</CONCEPT><DEFINITION>\($0)</DEFINITION></ENTRY>" }
            let file = "<GLOSSARY><INFO><NAME>N</NAME><ENTRIES>\(entries.joined())</ENTRIES></INFO></GLOSSARY>"
            return try await test.campus.importAnswers(Data(file.utf8), as: .moodle, access).map(\.word)
        }
        #expect(try await take("By phone.", "By name.") == ["created", "created"])
        #expect(try await take("By name.") == ["unchanged"])
        #expect(try await take("By phone.", "By name.") == ["unchanged", "unchanged"])
        let texts = try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), access).map(\.fields.text)
        #expect(texts.sorted() == ["By name.", "By phone."])
    }

    @Test(arguments: Backend.allCases)
    func `a text whose accents are composed otherwise is the same text, and stays as it is`(
        _ backend: Backend
    ) async throws {
        let (test, access) = try await organization(backend)
        func take(_ table: String) async throws -> [String] {
            try await test.campus.importAnswers(csv: "key,question,text,tags\n" + table, access).map(\.word)
        }
        func export() async throws -> Data { try await test.campus.exportAnswers(.csv, access) }
        #expect(try await take("a,Caf\u{E9}?,Na\u{EF}ve.,\u{E9}t\u{E9}\n") == ["created"])
        let before = try await export()
        #expect(try await take("a,Cafe\u{301}?,Nai\u{308}ve.,e\u{301}te\u{301}\n") == ["unchanged"])
        #expect(try await export() == before)
        // With another word in it, it is what the file has.
        #expect(try await take("a,Cafe\u{301}?,Very nai\u{308}ve.,e\u{301}te\u{301}\n") == ["updated"])
        let after = String(decoding: try await export(), as: UTF8.self).unicodeScalars
        #expect(after.count { $0 == "\u{301}" } == 3 && after.count { $0 == "\u{308}" } == 1)
    }

    @Test func `a file moves no answer out of its course`() async throws {
        let (test, access) = try await organization(.standard)
        try await fill(test, access)
        let course = try await test.campus.course(keyed: "ask-first", .operator)
        let answer = try await test.campus.createAnswer(
            AnswerFields(question: "Mine?", text: "Yes.", courseID: course), access)
        let rows = try await test.campus.importAnswers(csv: "key,question,text\n\(answer.id),Mine?,No.\n", access)
        guard case .refused(let detail) = rows[0].outcome else { return #expect(Bool(false), "\(rows)") }
        #expect(detail.code == "other-course" && detail.pointer == "/course")
    }

    @Test func `only trainers take answers along`() async throws {
        let test = try await TestCampus()
        let rep = try await test.person("Rep")
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.answerLines(after: nil, limit: 9, .token(rep.token))
        }
        #expect(refusal?.kind == .forbidden)
    }
}
