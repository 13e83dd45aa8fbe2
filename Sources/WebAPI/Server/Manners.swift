import Campus
import HTTPTypes
import Hummingbird
import Learning
import Logging
import NIOCore

/// What every request gets: an id, a line in the log, and errors as problem documents.
struct Manners: RouterMiddleware {
    typealias Context = CornermanContext

    let metrics: Metrics

    func handle(
        _ request: Request, context: CornermanContext,
        next: @concurrent (Request, CornermanContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
            response.body = try await response.body.inOnePiece()
        } catch {
            response = Self.response(to: error, context: context)
            if request.method == .head { response = response.createHeadResponse() }
            if Self.hasLargeBody(request) || request.headers[.expect] != nil { response.headers[.connection] = "close" }
        }
        response.headers[.requestID] = context.requestID
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        let took = ContinuousClock.now - start
        metrics.countRequest(
            route: context.endpointPath, method: request.method.rawValue, status: response.status.code, took: took)
        // The route, not the address: an address may hold a token, and a query may hold what somebody searched for.
        context.logger.log(
            level: Self.level(of: response, to: context.endpointPath), "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)", "request_id": "\(context.requestID)",
                "milliseconds": "\(took / .milliseconds(1))",
            ])
        return response
    }

    /// What watches us and what a page is made of would fill the log.
    private static func level(of response: Response, to route: String?) -> Logger.Level {
        if response.status.code >= 500 { return .error }
        return [nil, "/healthz", "/readyz", "/metrics"].contains(route) ? .debug : .info
    }

    /// What is left of a refused body would have to be read before the next request: the connection ends instead. Likewise
    /// where a client waits before it sends one, as nobody can say whether it still will.
    private static func hasLargeBody(_ request: Request) -> Bool {
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else {
            return request.headers[.transferEncoding] != nil
        }
        return length > Limits.requestBody.value
    }

    static func response(to error: any Error, context: CornermanContext) -> Response {
        let refusal = refusal(for: error, context: context)
        var status = refusal.kind.status
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        if let error = error as? MethodRefusal {
            status = .methodNotAllowed
            headers[.allow] = Methods.list(error.allowed)
        }
        if let seconds = refusal.retryAfter { headers[.retryAfter] = "\(seconds)" }
        if refusal.kind == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
        if refusal.kind == .tooLarge || refusal.code == Pace.refusal.code { headers[.connection] = "close" }
        let problem = Problem(refusal, status: status, requestID: context.requestID)
        let body = (try? JSONWriter.bytes(of: problem)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
        return Response(status: status, headers: headers, body: .init(byteBuffer: body))
    }

    private static func refusal(for error: any Error, context: CornermanContext) -> Refusal {
        switch error {
        case let refusal as Refusal:
            return refusal
        case is MethodRefusal:
            return Refusal(.invalid, "method-not-allowed", "This address does not take that method; see Allow.")
        case let error as any HTTPResponseError where error.status == .notFound:
            return Refusal(.missing, "no-such-address", "There is nothing at this address.")
        default:
            context.logger.error("unexpected", metadata: ["error": "\(error)", "request_id": "\(context.requestID)"])
            return Refusal(.unavailable, "unexpected", "Something went wrong here; the log has the request's id.")
        }
    }
}

extension HTTPField.Name {
    static let requestID = Self("X-Request-Id")!
    static let referrerPolicy = Self("Referrer-Policy")!
}
