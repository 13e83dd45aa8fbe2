import HTTPTypes
import Testing

@testable import WebAPI

/// One call of the API and what comes of it, on a stage of its own. Every good reply of every route needs one: they are
/// what the OpenAPI document is held to.
struct Scenario: Sendable, CustomTestStringConvertible {
    /// What is sent.
    struct Request: Sendable {
        /// With what stands in its braces filled in; nil where the route's path has none.
        var path: String?
        var json: JSONValue?
        var body: [UInt8]?
        var headers: HTTPFields = [:]
    }

    let name: String
    let method: HTTPRequest.Method
    let path: String
    let actor: Stage.Actor?
    let status: Int
    /// The problem's code, where the call is refused.
    let code: String?
    private let prepare: @Sendable (Stage) async throws -> Request
    private let check: @Sendable (Client.Answer, Stage) async throws -> Void

    /// - Parameters:
    ///   - path: as the URL table writes it.
    ///   - actor: who calls; nil for nobody.
    ///   - check: looks at what the schema cannot say.
    init(
        _ name: String, _ method: HTTPRequest.Method, _ path: String, as actor: Stage.Actor? = nil, status: Int,
        code: String? = nil, prepare: @escaping @Sendable (Stage) async throws -> Request = { _ in Request() },
        check: @escaping @Sendable (Client.Answer, Stage) async throws -> Void = { _, _ in }
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.actor = actor
        self.status = status
        self.code = code
        self.prepare = prepare
        self.check = check
    }

    var testDescription: String { "\(method) \(path): \(name)" }

    func run() async throws {
        let stage = try await Stage()
        let request = try await prepare(stage)
        let sent = request.path ?? path
        let route = try #require(Contract.route(method, sent), "no route takes \(method) \(sent)")
        #expect(route.path == path)
        let answer = try await stage.client.send(
            method, sent, token: actor.map { stage.member($0).token }, json: request.json,
            body: request.body.map { .init($0) }, headers: request.headers)
        #expect(answer.status.code == status, "\(answer.text)")
        if let code { #expect(answer.json["code"] == .string(code), "\(answer.text)") }
        try await check(answer, stage)
    }
}
