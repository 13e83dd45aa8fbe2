import Campus
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A file of a package as a reply: whole, in part, or not again.
struct ContentFile: Sendable {
    /// Bytes that are read and sent at once.
    private static let chunk = 256 << 10

    let campus: Campus
    let file: LaunchedFile
    /// The address under which the package's root is found.
    let root: String

    func response(to request: Request) async throws -> Response {
        if isMarkdown, let html = try await campus.html(of: file) { return page(html, request) }
        let etag = "\"\(file.digest)\""
        var headers = headers(etag: etag, type: MediaTypes.type(of: file.path))
        if Self.matches(request.headers[.ifNoneMatch], etag) { return Response(status: .notModified, headers: headers) }
        headers[.acceptRanges] = "bytes"
        // A part is of use only to whoever has the rest of the same file.
        let ifRange = request.headers[.ifRange]
        let asked = ifRange == nil || ifRange == etag ? request.headers[.range] : nil
        switch ByteRange(asked, size: file.size) {
        case .whole:
            return reply(.ok, headers, 0..<file.size, request)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            return reply(.partialContent, headers, range, request)
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(file.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    private func headers(etag: String, type: String) -> HTTPFields {
        // A version never changes, and the address is one person's.
        [.eTag: etag, .contentType: type, .cacheControl: "private, max-age=3600"]
    }

    private func reply(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ range: Range<Int>, _ request: Request
    ) -> Response {
        let body = ResponseBody(contentLength: range.count) { writer in
            var position = range.lowerBound
            while position < range.upperBound {
                let end = min(position + Self.chunk, range.upperBound)
                try await writer.write(ByteBuffer(bytes: try await campus.bytes(of: file, in: position..<end)))
                position = end
            }
            try await writer.finish(nil)
        }
        let response = Response(status: status, headers: headers, body: body)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private var isMarkdown: Bool {
        let path = file.path.lowercased()
        return path.hasSuffix(".md") || path.hasSuffix(".markdown")
    }

    /// Markdown as a page, for people.
    private func page(_ html: String, _ request: Request) -> Response {
        let etag = "\"\(file.digest)-html\""
        let headers = headers(etag: etag, type: "text/html; charset=utf-8")
        if Self.matches(request.headers[.ifNoneMatch], etag) { return Response(status: .notModified, headers: headers) }
        let page = """
            <!doctype html>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <base href="\(root)">
            <style>
            body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
            img { max-width: 100%; } table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: .3rem .6rem; }
            </style>
            \(html)
            """
        let response = Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page)))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private static func matches(_ header: String?, _ etag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let tag = part.trimmingCharacters(in: .whitespaces)
            return tag == "*" || tag == etag || tag == "W/\(etag)"
        }
    }
}
