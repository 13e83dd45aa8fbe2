import HTTPTypes
import Hummingbird
import Learning

/// What stands around the files of the web app: the headers that keep the page to its own scripts, its own styles and
/// this server, and refusals in the API's manner.
struct PageHeaders: RouterMiddleware {
    typealias Context = CornermanContext

    /// Where courses' content is served (`https://content.example.com`); it alone may be framed. Nil: nothing may.
    let contentOrigin: String?

    func handle(
        _ request: Request, context: CornermanContext,
        next: @concurrent (Request, CornermanContext) async throws -> Response
    ) async throws -> Response {
        var head = request.head
        // The files are small: a part of one is never of use, and a range outside of it would be an error of its own.
        head.headerFields[.range] = nil
        var response: Response
        do {
            response = try await next(Request(head: head, body: request.body), context)
        } catch let error as any HTTPResponseError where error.status == .badRequest {
            throw Refusal(.missing, "no-such-address", "There is nothing at this address.")
        }
        response.headers[.contentSecurityPolicy] = policy
        // Bought content that opens a window of its own finds its run-time through the window that opened it.
        response.headers[.crossOriginOpenerPolicy] = "same-origin-allow-popups"
        response.headers[.permissionsPolicy] = Self.permissions
        // Kept, but asked for again each time: after an update nobody runs half of the old page.
        response.headers[.cacheControl] = "no-cache"
        response.headers[.acceptRanges] = nil
        return response
    }

    /// Content says its last word in its `unload` handler, which browsers are about to leave out where nobody asks for it; what
    /// frames content has to allow it, too.
    static let permissions = "unload=*"

    var policy: String {
        [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "font-src 'self'", "frame-src \(contentOrigin ?? "'none'")", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }
}

extension HTTPField.Name {
    static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
    static let permissionsPolicy = Self("Permissions-Policy")!
}
