public import Campus
public import Foundation
import HTTPTypes
import Hummingbird
import Learning
public import Logging
public import ServiceLifecycle

/// The second origin: the files of packages, opened by launches. It knows nobody and sets no cookies; what a package brings
/// can do there what it likes and reaches nothing of the app.
public enum ContentServer {
    /// Makes the server; run it in a service group.
    /// - Parameters:
    ///   - publicFolder: the web app's, where the player's scripts are.
    ///   - onListen: called with the port once requests are taken.
    public static func make(
        campus: Campus, host: String, port: Int, publicFolder: URL, logger: Logger,
        onListen: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some Service {
        WebServer.listening(
            router(campus: campus, publicFolder: publicFolder), on: (host, port), option: "--content-port",
            logger: logger, onListen)
    }

    static func router(campus: Campus, publicFolder: URL) -> Router<CornermanContext> {
        let router = Router(context: CornermanContext.self)
        let app = Origin(campus.publicURL)?.text ?? campus.publicURL
        router.add(middleware: ContentManners(app: app))
        ContentPlayer(campus: campus, app: app, folder: publicFolder).add(to: router)
        for method in [HTTPRequest.Method.get, .head] {
            router.on("/l/{secret}/**", method: method) { request, context in
                // What stands between the slashes is decoded by itself, so that an encoded slash is none. No file has a
                // name with U+0000 in it, and no database looks for one.
                let path = context.parameters.getCatchAll().map { part in
                    guard let text = part.removingPercentEncoding, !text.unicodeScalars.contains("\0") else {
                        return String(part)
                    }
                    return text
                }
                .joined(separator: "/")
                let secret = context.parameters.get("secret") ?? ""
                let file = try await campus.launchedFile(secret, path: path)
                return try await ContentFile(campus: campus, file: file, root: "/l/\(secret)/").response(to: request)
            }
        }
        return router
    }
}
