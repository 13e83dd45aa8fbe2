import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import WebAPI

/// What every route makes of a request that is wrong: the requests are those of the table of rights, spoiled in one place.
@Suite struct BadInputTests {
    /// A good request, and who may send it.
    private struct Good {
        let client: Client
        let method: HTTPRequest.Method
        let path: String
        let json: JSONValue?
        let headers: HTTPFields
        let token: String

        init(_ row: RightsRow) async throws {
            let stage = try await Stage()
            let pairs = Stage.Actor.allCases.flatMap { actor in Stage.Subject.allCases.map { (actor, $0) } }
            let (actor, subject) = try #require(
                pairs.first { row.status($0, $1).map { (200..<300).contains($0) } ?? false }, "nobody may call it")
            let wanted = RightsRow.Case(
                stage: stage, actor: stage.member(actor), subject: stage.member(subject, of: actor))
            let request = try await row.request(wanted)
            client = stage.client
            method = row.method
            path = request.path ?? row.path
            json = request.json
            headers = request.headers
            token = wanted.actor.token
        }

        func send(
            json: JSONValue? = nil, body: Data? = nil, query: String = "", headers: HTTPFields? = nil
        ) async throws -> Client.Answer {
            let mark = query.isEmpty ? "" : path.contains("?") ? "&" : "?"
            return try await client.send(
                method, path + mark + query, token: token, json: json, body: body, headers: headers ?? self.headers)
        }
    }

    private static func rows(where isWanted: (WebAPI.Operation) -> Bool) -> [RightsRow] {
        RightsTests.rows.filter { row in
            Routes.all.contains { $0.method == row.method && $0.path == row.path && isWanted($0.operation) }
        }
    }

    private static let withJSON = rows { $0.body?.type == "application/json" }
    private static let lists = rows { $0.items.contains { $0.name == "cursor" } }
    private static let changes = rows { $0.items.contains { $0.name == WebAPI.Operation.Item.ifMatch.name } }

    @Test func `most routes are held to it`() {
        #expect(Self.withJSON.count > 15)
        #expect(Self.lists.count > 10)
        #expect(Self.changes.count > 5)
    }

    @Test(arguments: withJSON)
    private func `an unknown field of the body is refused by name`(row: RightsRow) async throws {
        let good = try await Good(row)
        var fields = try #require(good.json?.fields)
        fields["no_such_field"] = 1
        let answer = try await good.send(json: .object(fields))
        #expect(answer.status == .unprocessableContent, "\(answer.text)")
        #expect(
            answer.json["errors"].items.contains {
                $0["pointer"] == "/no_such_field" && $0["code"] == "unknown-field"
            }, "\(answer.text)")
    }

    /// A value that no field takes, and one that is longer than any may be.
    @Test(arguments: withJSON)
    private func `a field of the wrong type, and one that is too long, is refused by name`(
        row: RightsRow
    ) async throws {
        let good = try await Good(row)
        let fields = try #require(good.json?.fields)
        for (name, value) in fields {
            let wrong: JSONValue = if case .object = value { 7 } else { ["wrong": 7] }
            let long = JSONValue.string(String(repeating: "x", count: 600_000))
            for spoiled in [wrong, long] {
                var body = fields
                body[name] = spoiled
                let answer = try await good.send(json: .object(body))
                #expect(answer.status == .unprocessableContent, "\(name): \(answer.text)")
                let pointers = answer.json["errors"].items.compactMap { $0["pointer"].text }
                #expect(pointers.contains { $0.hasPrefix("/\(name)") }, "\(name): \(answer.text)")
            }
        }
    }

    @Test(arguments: withJSON)
    private func `a body that is no UTF-8, no JSON or no object is refused, and one over the limit before it is read`(
        row: RightsRow
    ) async throws {
        let good = try await Good(row)
        for (bytes, code) in [
            ([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], "bad-utf8"), (Array("{\"a\": ".utf8), "bad-json"),
            (Array("[]".utf8), "wrong-type"),
        ] as [([UInt8], String)] {
            let answer = try await good.send(body: Data(bytes))
            #expect(answer.status == .unprocessableContent, "\(code): \(answer.text)")
            let codes = [answer.json["code"]] + answer.json["errors"].items.map { $0["code"] }
            #expect(codes.contains(.string(code)), "\(answer.text)")
        }
        let long = try await good.send(body: Data(repeating: 0x20, count: Limits.requestBody.value + 1))
        #expect(long.status == .contentTooLarge, "\(long.text)")
        #expect(long.json["detail"].text?.contains("(request_body)") == true)
    }

    @Test(arguments: lists)
    private func `a cursor of another list, and one that is none, is refused`(row: RightsRow) async throws {
        let good = try await Good(row)
        for cursor in [
            Cursor.encode(list: "elsewhere", ["a"]), Cursor.encode(list: "elsewhere", ["a", "b"]), "x", "%FF",
        ] {
            let answer = try await good.send(query: "cursor=\(cursor)")
            #expect(answer.status == .unprocessableContent, "\(cursor): \(answer.text)")
            #expect(answer.json["code"] == "bad-cursor", "\(cursor): \(answer.text)")
        }
        for limit in ["0", "101", "ten"] {
            let answer = try await good.send(query: "limit=\(limit)")
            #expect(answer.status == .unprocessableContent, "\(limit): \(answer.text)")
        }
    }

    @Test(arguments: changes)
    private func `a stale If-Match is refused, and one is needed`(row: RightsRow) async throws {
        let good = try await Good(row)
        for (tag, status) in [(nil, 428), ("\"9999\"", 412), ("\"0\"", 412), ("nonsense", 412)] as [(String?, Int)] {
            var headers = good.headers
            headers[.ifMatch] = tag
            let answer = try await good.send(json: good.json, headers: headers)
            #expect(answer.status.code == status, "\(tag ?? "none"): \(answer.text)")
        }
        // Nothing was changed: the tag that was good still is.
        let answer = try await good.send(json: good.json)
        #expect((200..<300).contains(answer.status.code), "\(answer.text)")
    }

    @Test func `a revoked token is dead at once`() async throws {
        let stage = try await Stage()
        let session = stage.member(.learner).token
        let made = try await stage.client.send(
            .post, "/v1/tokens", token: session, json: ["name": "mine", "scope": "all", "days": 1])
        let secret = try #require(made.json["token"].text)
        #expect(try await stage.client.send(.get, "/v1/sessions/current", token: secret).status == .ok)
        let id = try #require(made.json["id"].text)
        #expect(try await stage.client.send(.delete, "/v1/tokens/\(id)", token: session).status == .noContent)
        let dead = try await stage.client.send(.get, "/v1/sessions/current", token: secret)
        #expect(dead.status == .unauthorized)
        #expect(dead.json["code"] == "token-dead")
    }

    @Test func `a token that is over is dead`() async throws {
        let stage = try await Stage()
        let made = try await stage.client.send(
            .post, "/v1/tokens", token: stage.member(.learner).token, json: ["name": "mine", "scope": "all", "days": 1])
        let secret = try #require(made.json["token"].text)
        stage.test.clock.advance(seconds: 86_400 + 1)
        let dead = try await stage.client.send(.get, "/v1/sessions/current", token: secret)
        #expect(dead.status == .unauthorized)
        #expect(dead.json["code"] == "token-dead")
    }
}

extension JSONValue {
    fileprivate var fields: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }
}
