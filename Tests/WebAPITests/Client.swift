import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import TestKit
import Testing

@testable import WebAPI

/// Calls the router as the server would, without a socket.
struct Client: Sendable {
    let test: TestCampus
    private let responder: any HTTPResponder<CornermanContext>
    private let contentResponder: any HTTPResponder<CornermanContext>

    init(_ test: TestCampus) {
        self.test = test
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Public")
        responder = WebServer.router(campus: test.campus, publicFolder: folder).buildResponder()
        contentResponder = ContentServer.router(campus: test.campus, publicFolder: folder).buildResponder()
    }

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: Data

        /// The body as JSON; null where there is none.
        var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, json: JSONValue? = nil,
        body: Data? = nil, headers: HTTPFields = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        var fields = headers
        if let token { fields[.authorization] = "Bearer \(token)" }
        let bytes = try json.map { Data(try JSONWriter.bytes(of: $0)) } ?? body
        if json != nil { fields[.contentType] = "application/json" }
        let answer = try await exchange(responder, method, path, fields, bytes)
        if let route = Contract.route(method, path) {
            for problem in Contract.problems(answer, of: route.operation) {
                Issue.record("\(method) \(path) breaks its promise: \(problem)", sourceLocation: sourceLocation)
            }
        }
        return answer
    }

    /// Asks the second origin.
    func content(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await exchange(contentResponder, method, path, headers, nil)
    }

    private func exchange(
        _ responder: any HTTPResponder<CornermanContext>, _ method: HTTPRequest.Method, _ path: String,
        _ headers: HTTPFields, _ bytes: Data?
    ) async throws -> Answer {
        var fields = headers
        if let bytes { fields[.contentLength] = "\(bytes.count)" }
        let head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path, headerFields: fields)
        let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: bytes ?? Data())))
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let context = CornermanContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status, headers: response.headers, body: collector.data)
    }

    private final class Collector: ResponseBodyWriter {
        var data = Data()

        func write(_ buffer: ByteBuffer) async throws { data.append(contentsOf: buffer.readableBytesView) }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

extension JSONValue {
    /// A field of an object; null where there is none.
    subscript(_ name: String) -> JSONValue {
        if case .object(let fields) = self { fields[name] ?? .null } else { .null }
    }

    /// An item of an array; null where there is none.
    subscript(_ index: Int) -> JSONValue {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { .null }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var items: [JSONValue] {
        if case .array(let items) = self { items } else { [] }
    }
}
