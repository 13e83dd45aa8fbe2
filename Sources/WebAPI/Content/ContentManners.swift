import Campus
import HTTPTypes
import Hummingbird
import Learning
import Logging
import NIOCore

/// What every reply of the content origin has: other people's pages may do little, and only the app may frame them.
struct ContentManners: RouterMiddleware {
    typealias Context = CornermanContext

    private let policy: String

    /// - Parameter app: the app's origin.
    init(app: String) {
        // Packages frame pages of their own, so that the content origin itself is among the ancestors.
        policy = """
            default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; img-src 'self' data: blob: https:; \
            media-src 'self' data: blob: https:; font-src 'self' data: https:; \
            style-src 'self' 'unsafe-inline' https:; frame-src 'self' data: blob: https:; connect-src 'self' data: blob:; \
            form-action 'self'; base-uri 'self'; frame-ancestors \(app) 'self'
            """
    }

    func handle(
        _ request: Request, context: CornermanContext,
        next: @concurrent (Request, CornermanContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
            response.body = try await response.body.inOnePiece()
        } catch {
            response = Self.response(to: error, context)
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        // The player is ours and says its own.
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = policy }
        response.headers[.permissionsPolicy] = PageHeaders.permissions
        response.headers[.robots] = "noindex"
        response.headers[.requestID] = context.requestID
        // Not the address: it holds the secret.
        context.logger.debug(
            "content", metadata: ["status": "\(response.status.code)", "request_id": "\(context.requestID)"])
        return response
    }

    /// A sentence: whoever sees it looks at a frame, not at a program.
    private static func response(to error: any Error, _ context: CornermanContext) -> Response {
        let (status, sentence): (HTTPResponse.Status, String)
        switch error {
        case let refusal as Refusal: (status, sentence) = (refusal.kind.status, refusal.message)
        case let error as any HTTPResponseError where error.status == .notFound:
            (status, sentence) = (.notFound, "There is nothing at this address.")
        default:
            context.logger.error("unexpected", metadata: ["error": "\(error)", "request_id": "\(context.requestID)"])
            (status, sentence) = (.serviceUnavailable, "This cannot be shown now. Try again in a moment.")
        }
        return Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: sentence + "\n")))
    }
}

extension HTTPField.Name {
    static let robots = Self("X-Robots-Tag")!
}
