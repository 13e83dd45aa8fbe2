import Campus
import Learning
import TestKit
import Testing

@Suite struct AnswerTableTests {
    private static let header = "key,question,also,text,tags,course,activity,owner,language,verify_by\n"

    @Test(arguments: Backend.allCases)
    func `a table creates, changes and keeps answers, and a bad row takes no other along`(
        _ backend: Backend
    ) async throws {
        let test = try await TestCampus(backend)
        let trainer = try await test.person("Tess", roles: [.trainer])
        let access = Access.token(trainer.token)
        let rows = """
            a,How much?,What does it cost|Price?,Ask first.,price|money,,,,en,2026-09-01
            b,Who decides?,,Ask who else.,,,,,,
            c,Unknown owner?,,Nobody.,,,,nobody@example.com,,
            d,,,No question.,,,,,,
            e,Bad date?,,Text.,,,,,,soon
            """
        let first = try await test.campus.importAnswers(csv: Self.header + rows, access)
        #expect(first.map(\.word) == ["created", "created", "refused", "refused", "refused"])
        #expect(first.map(\.position.line) == [2, 3, 4, 5, 6])
        let refusals = first.compactMap { row -> String? in
            guard case .refused(let detail) = row.outcome else { return nil }
            return detail.pointer
        }
        #expect(refusals == ["/owner", "/question", "/verify_by"])
        test.clock.advance(seconds: 3 * 86_400)
        let changed = rows.replacing("Ask who else.", with: "Ask who else must agree.")
        let second = try await test.campus.importAnswers(csv: Self.header + changed, access)
        #expect(second.prefix(2).map(\.word) == ["unchanged", "updated"])
        let reply = try await test.campus.search(SearchRequest("what does it cost"), access)
        #expect(reply.hits.first?.title == "How much?")
    }

    @Test(arguments: Backend.allCases)
    func `a file changes no retired answer, which nobody would find, and says so`(_ backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let row = "a,How much?,,Ask first.,,,,,,\n"
        _ = try await test.campus.importAnswers(csv: Self.header + row, .operator)
        let answer = try #require(
            try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), .operator).first)
        _ = try await test.campus.updateAnswer(answer.id, revision: 1, .operator) { $0.state = .retired }
        #expect(try await test.campus.importAnswers(csv: Self.header + row, .operator).map(\.word) == ["unchanged"])
        let changed = row.replacing("Ask first.", with: "Ask last.")
        let results = try await test.campus.importAnswers(csv: Self.header + changed, .operator)
        guard case .refused(let detail) = results.first?.outcome else {
            Issue.record("\(results)")
            return
        }
        #expect(detail.code == "answer-retired" && detail.pointer == "/key" && detail.line == 2)
    }

    @Test func `what makes no sense at its size is refused where it stands`() async throws {
        let test = try await TestCampus()
        func refused(_ rows: String) async throws -> [String?] {
            try await test.campus.importAnswers(csv: Self.header + rows, .operator).map { result in
                if case .refused(let detail) = result.outcome { detail.code } else { nil }
            }
        }
        let marks = String(repeating: "\u{0301}", count: 20_000)
        #expect(try await refused("a\(marks),How much?,,Ask first.,,,,,,\n") == ["too-long"])
        let commas = String(repeating: ",", count: 100_000)
        #expect(
            try await refused("b,Who?,,You.,,,,,,\(commas)\nc,Who?,,You.,,,,,,\(commas)x\n") == [nil, "csv-fields"])
        await #expect {
            _ = try await test.campus.importAnswers(csv: "key\(commas)x\n", .operator)
        } throws: { ($0 as? Refusal)?.code == "csv-fields" }
    }

    @Test(arguments: Backend.allCases)
    func `a column that a table lacks changes nothing of an answer that is there`(_ backend: Backend) async throws {
        let test = try await TestCampus(backend)
        _ = try await test.publish(.sample())
        let whole = """
            a,How much?,What does it cost|Price?,Ask first.,price|money,ask-first,reasons,,de,2026-09-01

            """
        _ = try await test.campus.importAnswers(csv: Self.header + whole, .operator)
        func find() async throws -> Answer {
            try #require(
                try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), .operator).first { $0.key == "a" })
        }
        let before = try await find()
        let part = "key,course,question,text\na,ask-first,How much?,Ask last.\n"
        #expect(try await test.campus.importAnswers(csv: part, .operator).map(\.word) == ["updated"])
        var expected = before.fields
        expected.text = "Ask last."
        #expect(try await find().fields == expected)
        // An empty field of a column that is there takes away what may be missing.
        let emptied =
            "key,course,question,text,also,tags,activity,language,verify_by\na,ask-first,How much?,Ask last.,,,,,\n"
        #expect(try await test.campus.importAnswers(csv: emptied, .operator).map(\.word) == ["updated"])
        expected.also = []
        expected.tags = []
        expected.activity = nil
        #expect(try await find().fields == expected)
    }

    @Test func `a key that comes twice is refused where it comes again`() async throws {
        let test = try await TestCampus()
        _ = try await test.publish(.sample())
        let table = "key,course,question,text\na,,One?,1\na,ask-first,Two?,2\n,,Three?,3\n,,Four?,4\na,,Five?,5\n"
        let rows = try await test.campus.importAnswers(csv: table, .operator)
        #expect(rows.map(\.word) == ["created", "created", "created", "created", "refused"])
        guard case .refused(let detail) = rows[4].outcome else { return }
        #expect(detail.code == "key-twice")
        #expect(detail.message.contains("line 2"))
    }

    @Test(arguments: [
        ("question\nWhy?\n", "csv-column-missing"), ("question,text,colour\na,b,c\n", "csv-column-unknown"),
    ])
    func `another table is not taken for answers`(_ sample: (text: String, code: String)) async throws {
        let test = try await TestCampus()
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.importAnswers(csv: sample.text, .operator)
        }
        #expect(refusal?.code == sample.code)
    }

    @Test func `only trainers bring tables`() async throws {
        let test = try await TestCampus()
        let rep = try await test.person("Rep")
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.importAnswers(csv: "question,text\na,b\n", .token(rep.token))
        }
        #expect(refusal?.kind == .forbidden)
    }
}
