import Foundation
import HTTPTypes
import Testing

@testable import WebAPI

/// Holds every exchange of every test to what `/openapi.json` promises of its route.
enum Contract {
    /// The route that takes this method at this path; nil where there is none.
    static func route(_ method: HTTPRequest.Method, _ path: String) -> Route? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        return Routes.all.first { route in
            let pattern = route.path.split(separator: "/")
            return route.method == method && pattern.count == parts.count
                && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    /// What is wrong with an answer; empty when it is as promised.
    static func problems(_ answer: Client.Answer, of operation: WebAPI.Operation) -> [String] {
        let status = answer.status.code
        let replies = operation.replies.filter { $0.status == status }
        if let first = replies.first {
            let type = answer.headers[.contentType] ?? ""
            let reply = replies.first { $0.content.map { type.hasPrefix($0.type) } ?? false } ?? first
            return problems(answer, reply.content)
        }
        guard operation.refusalStatuses.contains(status) else { return ["the status \(status) is not declared"] }
        return problems(answer, WebAPI.Operation.Content(type: "application/problem+json", schema: .problem))
    }

    private static func problems(_ answer: Client.Answer, _ content: WebAPI.Operation.Content?) -> [String] {
        guard let content else { return answer.body.isEmpty ? [] : ["there is a body, where none was promised"] }
        let type = answer.headers[.contentType] ?? "nothing"
        guard type == content.type || type.hasPrefix(content.type + ";") else {
            return ["the content is \(type), where \(content.type) was promised"]
        }
        guard content.type.hasSuffix("json") else { return [] }
        return SchemaValidator.problems(answer.json, content.schema)
    }
}
