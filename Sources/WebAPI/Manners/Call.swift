import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// One request as an operation sees it.
struct Call: Sendable {
    let campus: Campus
    let request: Request
    let parameters: Parameters
    let requestID: String
    /// The other end of the connection, for throttling; never logged.
    let remoteAddress: String
    /// Who is believed about where a caller comes from.
    let proxies: TrustedProxies
    /// Lets a client that waits with its body send it.
    var wantBody: @Sendable () -> Void = {}

    /// On whose behalf. The `Authorization` header alone says so: never a cookie.
    var access: Access {
        guard let header = request.headers[.authorization] else { return .anonymous }
        let parts = header.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return .bearer(hash: "") }
        return .bearer(hash: Secret.hash(String(parts[1])))
    }

    /// Says so at once when nobody signs in, before anything else that may be wrong is told.
    func checkSignIn() throws(Refusal) {
        if request.headers[.authorization] == nil { throw .signInFirst }
    }

    /// How events of this call come in: a session is a page's, a personal token a program's.
    var via: EventRecord.Via {
        request.headers[.authorization]?.contains(" cmp_") == true ? .api : .page
    }

    /// The id in the path.
    /// - Throws: ``Refusal`` of kind `missing` where it has not the form of one.
    func identifier<Subject: Identified>(
        _ name: String = "id", of subject: Subject.Type = Subject.self, what: String
    ) throws(Refusal) -> Identifier<Subject> {
        guard let text = parameters.get(name), let identifier = Identifier<Subject>(text) else { throw .missing(what) }
        return identifier
    }

    /// A part of the path as text, percent-decoded.
    func parameter(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, !text.isEmpty,
            !text.unicodeScalars.contains("\0")
        else { throw .missing(name) }
        return text
    }

    /// The body as JSON fields.
    func fields() async throws -> Fields {
        Fields(try JSONValue(parsing: try await bytes(upTo: Limits.requestBody)))
    }

    /// The body as JSON fields; nil where there is none.
    func optionalFields() async throws -> Fields? {
        let bytes = try await bytes(upTo: Limits.requestBody)
        return bytes.isEmpty ? nil : Fields(try JSONValue(parsing: bytes))
    }

    /// The whole body, at most `limit` bytes.
    func bytes(upTo limit: Limit) async throws -> Data {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit.value {
            throw Refusal.tooLarge(limit, came: "\(length)")
        }
        var bytes = Data()
        try await readBody { piece in
            guard bytes.count + piece.readableBytes <= limit.value else { throw Refusal.tooLarge(limit, came: "more") }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }

    /// Goes through the body piece by piece, as long as it comes at a pace.
    func readBody(_ take: (ByteBuffer) async throws -> Void) async throws {
        if request.headers[.expect]?.lowercased() == "100-continue" { wantBody() }
        let start = ContinuousClock.now
        try await Pace.read(request.body, elapsed: { ContinuousClock.now - start }, take)
    }

    /// A query item as text; nil where it is absent or empty. What is not UTF-8 is replaced; `text(_:upTo:)` refuses it.
    func query(_ name: String) -> String? {
        guard let bytes = QueryItems(request.uri.query).bytes(of: name), !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The revision that the caller says it changes.
    /// - Throws: ``Refusal`` of kind `preconditionRequired` without `If-Match`, `stale` when it is no revision of ours.
    func ifMatch() throws(Refusal) -> Int {
        guard let header = request.headers[.ifMatch] else {
            throw Refusal(
                .preconditionRequired, "if-match-required", "Send If-Match with the ETag of the state that you change.")
        }
        guard let revision = Int(header.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))) else {
            throw .stale
        }
        return revision
    }
}
