import HTTPTypes
import Learning
import Testing

@testable import WebAPI

/// One line of the table of rights: a route, and what everybody gets from it. A route without one fails the test.
///
/// Statuses are written for the caller's own things, those of their tree, and those of a stranger: `"200 404 404"`; one
/// number stands for all three.
struct RightsRow: Sendable, CustomTestStringConvertible {
    /// Who calls about whom, on a stage of their own.
    struct Case: Sendable {
        let stage: Stage
        let actor: Stage.Member
        let subject: Stage.Member
    }

    /// What is sent; nil leaves the path's `{id}` to be the subject's.
    struct Request: Sendable {
        var path: String?
        var json: JSONValue?
        var body: [UInt8]?
        var headers: HTTPFields = [:]
    }

    let method: HTTPRequest.Method
    let path: String
    private let statuses: [Stage.Actor: String]
    let anonymous: Int
    private let prepare: @Sendable (Case) async throws -> Request

    init(
        _ method: HTTPRequest.Method, _ path: String, learner: String, manager: String, trainer: String,
        leader: String, admin: String, anonymous: Int = 401,
        _ prepare: @escaping @Sendable (Case) async throws -> Request = { _ in Request() }
    ) {
        self.method = method
        self.path = path
        statuses = [.learner: learner, .manager: manager, .trainer: trainer, .leader: leader, .admin: admin]
        self.anonymous = anonymous
        self.prepare = prepare
    }

    /// A route that answers everybody alike.
    init(
        _ method: HTTPRequest.Method, _ path: String, everybody: String, anonymous: Int = 401,
        _ prepare: @escaping @Sendable (Case) async throws -> Request = { _ in Request() }
    ) {
        self.init(
            method, path, learner: everybody, manager: everybody, trainer: everybody, leader: everybody,
            admin: everybody, anonymous: anonymous, prepare)
    }

    var testDescription: String { "\(method) \(path)" }

    func status(_ actor: Stage.Actor, _ subject: Stage.Subject) -> Int? {
        let numbers = (statuses[actor] ?? "").split(separator: " ").compactMap { Int($0) }
        if numbers.count == 1 { return numbers[0] }
        guard numbers.count == 3, let index = Stage.Subject.allCases.firstIndex(of: subject) else { return nil }
        return numbers[index]
    }

    /// What is sent, with its path.
    func request(_ wanted: Case) async throws -> Request {
        var request = try await prepare(wanted)
        request.path = request.path ?? path.replacing("{id}", with: "\(wanted.subject.id)")
        return request
    }

    /// Sends the request with this token, or with none.
    func send(_ wanted: Case, token: String?) async throws -> Client.Answer {
        let request = try await request(wanted)
        let path = request.path ?? path
        return try await wanted.stage.client.send(
            method, path, token: token, json: request.json, body: request.body.map { .init($0) },
            headers: request.headers)
    }
}
