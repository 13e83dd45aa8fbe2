import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What an operation answers.
struct Reply {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ResponseBody

    init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: ResponseBody = .init()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A JSON document.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, etag: Int? = nil) throws -> Reply {
        var headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        if let etag { headers[.eTag] = "\"\(etag)\"" }
        return Reply(
            status: status, headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONWriter.bytes(of: value))))
    }

    /// A new thing, and where it is from now on.
    static func created(_ value: some Encodable, at location: String, etag: Int? = nil) throws -> Reply {
        var reply = try json(value, status: .created, etag: etag)
        reply.headers[.location] = location
        return reply
    }

    /// A new thing with a secret in it, which nobody on the way may keep.
    static func secret(_ value: some Encodable, at location: String) throws -> Reply {
        var reply = try created(value, at: location)
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    /// Done; there is nothing to say.
    static let noContent = Reply(status: .noContent)
}
