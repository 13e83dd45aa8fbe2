import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct AnswersImportTests {
    private static let header = "key,question,also,text,tags,course,activity,owner,language,verify_by\n"

    private func send(_ body: [UInt8], to test: TestCampus) async throws -> Client.Answer {
        try await Client(test).send(
            .post, "/v1/answers/import", token: try await test.person("Tia", roles: [.trainer]).token,
            body: Data(body), headers: [.contentType: "text/csv"])
    }

    @Test func `a table creates, changes and keeps answers, and says so row by row`() async throws {
        let test = try await TestCampus()
        let rows = "a,How much?,,Ask first.,,,,,en,\nb,Who decides?,,Ask who else.,,,,,,\n"
        let first = try await send(Array((Self.header + rows).utf8), to: test)
        #expect(first.status == .ok)
        #expect(first.json["created"] == 2)
        #expect(
            first.json["rows"][1] == [
                "line": 3, "column": 1, "pointer": .null, "result": "created", "error": .null, "warnings": [],
            ])
        let changed = Self.header + rows.replacing("first", with: "last") + "c,Why?,,Because.,,nowhere,,,,\nd,One\n"
        let second = try await send(Array(changed.utf8), to: test)
        #expect(second.status == .ok)
        #expect(second.json["rows"].items.map { $0["result"] } == ["updated", "unchanged", "refused", "refused"])
        for (field, count) in [("created", 0), ("updated", 1), ("unchanged", 1), ("refused", 2)] {
            #expect(second.json[field] == .integer(count))
        }
        #expect(second.json["rows"][2]["error"]["pointer"] == "/course")
        #expect(second.json["rows"][2]["error"]["code"] == "unknown-course")
        #expect(second.json["rows"][2]["error"]["line"] == 4 && second.json["rows"][2]["error"]["column"] == 19)
        #expect(second.json["rows"][3]["line"] == 5)
        #expect(second.json["rows"][3]["error"]["code"] == "csv-fields")
        let found = try await Client(test).send(
            .get, "/v1/search?q=how%20much", token: try await test.person("Rep").token)
        #expect(found.json["hits"][0]["text"] == "Ask last.")
    }

    @Test(
        arguments: [
            ("", "csv-empty", 1, nil),
            ("question,text,colour\na,b,c\n", "csv-column-unknown", 1, nil),
            ("question\nWhy?\n", "csv-column-missing", 1, nil),
            ("question,question,text\na,b,c\n", "csv-column-twice", 1, nil),
            ("question,text\na,b\n\"c,d\n", "csv-open-quote", 3, nil),
            ("question,text\na,b\nf\u{E4}r\u{FF},d\n", "bad-utf8", 3, 2),
            ("\u{EF}\u{BB}\u{BF}question,te\u{80}xt\n", "bad-utf8", 1, 12),
        ] as [(String, String, Int, Int?)])
    func `what is no table of answers is refused with its place, and nothing is taken`(
        latin1: String, code: String, line: Int, column: Int?
    ) async throws {
        let test = try await TestCampus()
        let answer = try await send(latin1.unicodeScalars.map { UInt8($0.value) }, to: test)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.json["code"] == .string(code), "\(answer.text)")
        #expect(answer.json["errors"][0]["line"] == .integer(line))
        #expect(answer.json["errors"][0]["column"] == column.map { .integer($0) } ?? .null)
        #expect(try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), .operator).isEmpty)
    }

    @Test(
        arguments: [
            ("question", Limits.question.value), ("text", Limits.text.value), ("key", 200),
            ("also", Limits.question.value),
            ("tags", Limits.tag.value),
        ])
    func `a field that is too long is named, and its neighbors are taken`(column: String, limit: Int) async throws {
        let test = try await TestCampus()
        let columns = ["key", "question", "also", "text", "tags"]
        let row = columns.map { $0 == column ? String(repeating: "x", count: limit + 1) : "short" }
        let table = [columns, row, ["other", "Why?", "", "Because.", ""]].map { $0.joined(separator: ",") }
        let answer = try await send(Array(table.joined(separator: "\n").utf8), to: test)
        #expect(answer.json["rows"].items.map { $0["result"] } == ["refused", "created"])
        let error = answer.json["rows"][0]["error"]
        #expect(error["code"] == "too-long")
        #expect(error["pointer"].text?.hasPrefix("/\(column)") == true, "\(answer.text)")
    }

    @Test(
        arguments: [
            (
                "application/json", #"{"answers":[{"question":"Why?","text":"Because."},{"question":1,"text":"b"}]}"#,
                "/answers/1/question"
            ),
            (
                "Text/XML;charset=utf-8",
                "<answers><answer><question>Why?</question><text>Because.</text></answer><answer/></answers>",
                "/question"
            ),
            (
                "application/xml",
                "<GLOSSARY><INFO><ENTRIES><ENTRY><CONCEPT>Why?</CONCEPT><DEFINITION>Because.</DEFINITION></ENTRY><ENTRY/></ENTRIES></INFO></GLOSSARY>",
                "/question"
            ),
        ])
    func `the media type says which format it is`(type: String, file: String, pointer: String) async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(
            .post, "/v1/answers/import", token: try await test.person("Tia", roles: [.trainer]).token,
            body: Data(file.utf8), headers: [.contentType: type])
        #expect(answer.json["rows"].items.map { $0["result"] } == ["created", "refused"], "\(answer.text)")
        #expect(answer.json["rows"][1]["error"]["pointer"] == .string(pointer))
        #expect(answer.json["rows"][1]["pointer"] == (type.contains("json") ? "/answers/1" : .null))
    }

    @Test func `what is of no known format is refused with those that are`() async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(
            .post, "/v1/answers/import", token: try await test.person("Tia", roles: [.trainer]).token,
            body: Data("a".utf8), headers: [.contentType: "application/zip"])
        #expect(answer.status == .unsupportedMediaType && answer.json["code"] == "unsupported-format")
        for type in ["text/csv", "application/json", "application/xml", "text/xml"] {
            #expect(answer.json["detail"].text?.contains(type) == true)
        }
    }

    @Test(arguments: [
        ("", "text/csv; charset=utf-8", "answers.csv"), ("?format=csv", "text/csv; charset=utf-8", "answers.csv"),
        ("?format=json", "application/json; charset=utf-8", "answers.json"),
        ("?format=xml", "application/xml; charset=utf-8", "answers.xml"),
        ("?format=moodle", "application/xml; charset=utf-8", "glossary.xml"),
    ])
    func `all answers go out as a file`(query: String, type: String, name: String) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tia", roles: [.trainer]).token
        let rows = (0..<501).map { "k\($0),Why \($0)?,Because.\n" }.joined()
        #expect(try await send(Array(("key,question,text\n" + rows).utf8), to: test).json["created"] == 501)
        let file = try await Client(test).send(.get, "/v1/answers/export\(query)", token: token)
        #expect(file.status == .ok && file.headers[.contentType] == type)
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
        #expect(file.text.components(separatedBy: "Because.").count == 502)
        guard name != "glossary.xml" else { return }
        let again = try await Client(test).send(
            .post, "/v1/answers/import", token: token, body: file.body, headers: [.contentType: type])
        #expect(again.json["unchanged"] == 501, "\(again.text.prefix(300))")
    }

    @Test func `a table over the limit is refused and names it`() async throws {
        let test = try await TestCampus()
        let answer = try await send([UInt8](repeating: 65, count: Limits.answerImport.value + 1), to: test)
        #expect(answer.status == .contentTooLarge)
        #expect(answer.json["detail"].text?.contains("answer_import") == true)
    }

    @Test func `a token that may only read brings nothing`() async throws {
        let test = try await TestCampus()
        let answer = try await Client(test).send(
            .post, "/v1/answers/import",
            token: try await test.person("Tia", roles: [.trainer], scope: .read).token,
            body: Data("question,text\na,b\n".utf8))
        #expect(answer.status == .forbidden)
        #expect(answer.json["code"] == "read-only-token")
    }

    /// A shorter table would be a table all the same.
    @Test(arguments: ["Content-Length: 90", "Transfer-Encoding: chunked"])
    func `a table that is cut off brings nothing`(length: String) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tia", roles: [.trainer]).token
        let table = "question,text\nWhy?,Because.\nWho?,Every"
        let body = length.hasPrefix("T") ? "\(String(table.utf8.count, radix: 16))\r\n\(table)\r\n" : table
        let request = """
            POST /v1/answers/import HTTP/1.1\r
            Host: a\r
            Authorization: Bearer \(token)\r
            \(length)\r
            \r

            """
        let text = try await RunningServer.with(test) { port in
            try await RawConnection(port: port).exchange(Data((request + body).utf8), breaksOff: true)
        }
        #expect(!text.contains(" 200 "))
        #expect(try await test.campus.answers(AnswerFilter(), page: Page(limit: 9), .operator).isEmpty)
    }
}
