import Campus
import HTTPTypes
import Hummingbird
import NIOCore

/// What the process counts, for Prometheus.
enum MetricsText {
    static let show = Operation(
        summary: "Tell what this process counts, in Prometheus's text format 0.0.4; nothing in it is about a person.",
        who: "admins, and without a token whoever calls directly from the same machine",
        replies: [(200, .init(type: "text/plain", schema: .string))], refusals: [401, 403], needsSignIn: false
    ) { call in
        let text = try await call.campus.metricsText(
            program: WebServer.version, call.isFromThisMachine ? .operator : call.access)
        return Reply(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Call {
    /// Whether it comes from a program on this machine that calls for itself: over loopback, as nobody in particular, and with
    /// no sign of a proxy that passes on what somebody else asked.
    var isFromThisMachine: Bool {
        request.headers[.authorization] == nil && TrustedProxies.onThisMachine.isTrusted(remoteAddress)
            && Self.signsOfProxies.allSatisfy { request.headers[$0] == nil }
    }

    private static let signsOfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Via"]
        .compactMap { HTTPField.Name($0) }
}
