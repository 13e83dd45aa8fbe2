import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

@Suite struct MannersTests {
    @Test func `a method that an address does not take is refused with those that it takes`() async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(.delete, "/v1/limits")
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(answer.json["code"] == "method-not-allowed")
        #expect(answer.json["status"] == 405)
    }

    @Test func `every address answers OPTIONS with what it takes, and refuses the rest with the same list`()
        async throws
    {
        let test = try await TestCampus()
        let client = Client(test)
        for (path, routes) in Dictionary(grouping: Routes.all, by: \.path) {
            let answer = try await client.send(.options, path)
            #expect(answer.status == .noContent && answer.body.isEmpty, "\(path)")
            let allowed = try #require(answer.headers[.allow]).split(separator: ", ").map(String.init)
            #expect(Set(allowed).isSuperset(of: routes.map(\.method.rawValue)), "\(path)")
            for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE"] where !allowed.contains(method) {
                let method = try #require(HTTPRequest.Method(method))
                // A path in full goes before one with braces that it fits too.
                guard Contract.route(method, path) == nil else { continue }
                let refused = try await client.send(method, path)
                #expect(refused.status == .methodNotAllowed, "\(method) \(path)")
                #expect(refused.headers[.allow] == answer.headers[.allow], "\(method) \(path)")
            }
        }
    }

    @Test(arguments: [
        ("/v1/limits", "GET, HEAD, OPTIONS"), ("/v1/answers/import", "OPTIONS, POST"),
        ("/v1/people/per_1", "GET, HEAD, OPTIONS, PATCH"),
    ])
    func `a method that no address takes is refused like those that some do`(path: String, allow: String) async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(try #require(HTTPRequest.Method("QUERY")), path)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == allow)
        let nowhere = try await client.send(try #require(HTTPRequest.Method("QUERY")), "/v1/nothing")
        #expect(nowhere.status == .notFound)
    }

    @Test(arguments: [
        "team=", "team", "limit=", "left=",
    ])
    func `an empty filter is refused rather than showing everything`(query: String) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Ada", roles: [.admin]).token
        let answer = try await Client(test).send(.get, "/v1/people?\(query)", token: token)
        #expect(answer.status == .unprocessableContent, "\(answer.text)")
    }

    @Test func `who does not sign in is told that first, whatever else is wrong`() async throws {
        let client = Client(try await TestCampus())
        for (method, path) in [
            (HTTPRequest.Method.post, "/v1/people"), (.patch, "/v1/people/nobody"), (.get, "/v1/people?no=1"),
        ] {
            let answer = try await client.send(method, path, json: ["name": 7])
            #expect(answer.status == .unauthorized, "\(path)")
            #expect(answer.json["code"] == "sign-in-first", "\(path)")
        }
    }

    @Test(arguments: ["/healthz", "/v1/limits", "/v1/people", "/v1/people/per_1", "/v1/nothing"])
    func `HEAD says what GET would, without the body`(path: String) async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let token = try await test.person("Ada", roles: [.admin]).token
        let got = try await client.send(.get, path, token: token)
        let asked = try await client.send(.head, path, token: token)
        #expect(asked.status == got.status)
        #expect(asked.headers[.contentType] == got.headers[.contentType])
        #expect(asked.headers[.contentLength] == got.headers[.contentLength])
        #expect(asked.body.isEmpty)
    }

    @Test func `a cursor of another list is refused`() throws {
        let cursor = Cursor.encode(list: "people", ["a", "b"])
        #expect(try Cursor.decode(cursor, list: "people", count: 2) == ["a", "b"])
        for (list, count) in [("courses", 2), ("people", 1)] {
            #expect(throws: (any Error).self) { try Cursor.decode(cursor, list: list, count: count) }
        }
    }

    @Test(arguments: [
        (#"{"name": 7}"#, "/name", "wrong-type"),
        (#"{}"#, "/name", "required"),
        (#"{"name": ""}"#, "/name", "empty"),
        (#"{"name": "abcdef"}"#, "/name", "too-long"),
        (#"{"name": "a\u0301\u0302\u0303\u0304\u0305"}"#, "/name", "too-long"),
        (#"{"name": "a\u0000"}"#, "/name", "control-character"),
        (#"{"name": "a", "nick/name": 1}"#, "/nick~1name", "unknown-field"),
        (#"[]"#, "", "wrong-type"),
        (#"{"name": "#, "", "bad-json"),
        ("{\"name\": \"\u{FFFD}", "", "bad-json"),
    ])
    func `a wrong field is named with its pointer`(_ sample: (body: String, pointer: String, code: String)) throws {
        let refusal = #expect(throws: Refusal.self) {
            let fields = Fields(try JSONValue(parsing: Data(sample.body.utf8)))
            _ = fields.string("name", 1...5)
            try fields.check()
        }
        let details = try #require(refusal?.details)
        #expect(details.contains { $0.pointer == sample.pointer && $0.code == sample.code }, "\(details)")
    }

    @Test(
        arguments: [("2", 2), ("2.0", 2), ("2e1", 20), ("2.5", nil), ("true", nil), ("\"2\"", nil)] as [(String, Int?)])
    func `a number is whole by its value, however it is written`(text: String, number: Int?) throws {
        let fields = Fields(try JSONValue(parsing: Data("{\"age\": \(text)}".utf8)))
        #expect(fields.optionalInteger("age", 0...99) == number)
        #expect((try? fields.check()) != nil || number == nil)
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        let refusal = #expect(throws: Refusal.self) {
            _ = try JSONValue(parsing: Data([0x22, 0xFF, 0x22]))
        }
        #expect(refusal?.code == "bad-utf8")
    }

    @Test func `all problems of a body are told at once`() throws {
        let fields = Fields(["age": "old", "x": 1])
        _ = fields.string("name", 1...5)
        _ = fields.integer("age", 0...9)
        let refusal = #expect(throws: Refusal.self) { try fields.check() }
        #expect(refusal?.details.map(\.pointer).sorted() == ["/age", "/name", "/x"])
    }
}
