public import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning
public import Logging
public import ServiceLifecycle

/// The second origin: the files of packages, opened by launches. It knows nobody and sets no cookies; what a package brings
/// can do there what it likes and reaches nothing of the app.
public enum ContentServer {
    /// Makes the server; run it in a service group.
    /// - Parameter onListen: called with the port once requests are taken.
    public static func make(
        campus: Campus, host: String, port: Int, logger: Logger, onListen: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some Service {
        WebServer.listening(
            router(campus: campus), on: (host, port), option: "--content-port", logger: logger, onListen)
    }

    static func router(campus: Campus) -> Router<CornermanContext> {
        let router = Router(context: CornermanContext.self)
        router.add(middleware: ContentManners(app: Origin(campus.publicURL)?.text ?? campus.publicURL))
        for method in [HTTPRequest.Method.get, .head] {
            router.on("/l/{secret}/**", method: method) { request, context in
                // What stands between the slashes is decoded by itself, so that an encoded slash is none.
                let path = context.parameters.getCatchAll().map { $0.removingPercentEncoding ?? String($0) }
                    .joined(separator: "/")
                let secret = context.parameters.get("secret") ?? ""
                let file = try await campus.launchedFile(secret, path: path)
                return try await ContentFile(campus: campus, file: file, root: "/l/\(secret)/").response(to: request)
            }
        }
        return router
    }
}
