public import Campus
public import Foundation
import HTTPTypes
public import Hummingbird
import HummingbirdCore
import Learning
public import Logging
import NIOCore

/// The HTTP door: the API and the page on one origin.
public enum WebServer {
    public static let version = "0.1.0"

    /// Where to listen.
    public struct Settings: Sendable {
        public var host: String
        public var port: Int
        /// The folder of the web app.
        public var publicFolder: URL
        /// Where courses' content is served, as scheme, host and port; the page may frame it. Nil: nothing is framed.
        public var contentOrigin: String?

        public init(host: String, port: Int, publicFolder: URL, contentOrigin: String? = nil) {
            self.host = host
            self.port = port
            self.publicFolder = publicFolder
            self.contentOrigin = contentOrigin
        }
    }

    /// Makes the server; run it in a service group.
    /// - Parameter onListen: called with the port once requests are taken.
    public static func make(
        campus: Campus, settings: Settings, logger: Logger, onListen: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(
                campus: campus, publicFolder: settings.publicFolder, contentOrigin: settings.contentOrigin),
            server: connections,
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: "cornerman"),
            onServerRunning: { channel in onListen(channel.localAddress?.port ?? settings.port) },
            logger: logger)
    }

    /// How a connection is kept: closed after a minute without a word, and after a reply that says so.
    static let connections = HTTPServerBuilder.http1(
        configuration: .init(
            additionalChannelHandlers: [CloseAfterReply()], idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)))

    static func router(
        campus: Campus, publicFolder: URL, contentOrigin: String? = nil
    ) -> Router<CornermanContext> {
        let router = Router(context: CornermanContext.self)
        router.add(middleware: Manners())
        for route in Routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let call = Call(
                    campus: campus, request: request, parameters: context.parameters, requestID: context.requestID,
                    remoteAddress: context.remoteAddress)
                try call.checkQuery(knows: route.operation.items)
                let reply = try await route.operation.handle(call)
                return Response(status: reply.status, headers: reply.headers, body: reply.body)
            }
        }
        for (path, allowed) in Dictionary(grouping: Routes.all, by: \.path).mapValues({ Set($0.map(\.method)) }) {
            for method in methods.subtracting(allowed) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw MethodRefusal(allowed: allowed)
                }
            }
        }
        router.add(middleware: PageHeaders(contentOrigin: contentOrigin))
        router.add(
            middleware: FileMiddleware(publicFolder.path, searchForIndexHtml: true)
                .withAdditionalMediaType(.applicationXml, mappedToFileExtension: "xsd"))
        return router
    }

    /// What an address may be asked; the ones that its routes do not take are refused by name.
    private static let methods: Set<HTTPRequest.Method> = [.get, .post, .put, .patch, .delete]
}

/// An address that does not take this method (RFC 9110 §15.5.6).
struct MethodRefusal: Error {
    let allowed: Set<HTTPRequest.Method>
}
