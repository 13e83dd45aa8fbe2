public import Campus
public import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Learning
public import Logging
import NIOCore
public import ServiceLifecycle

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

        /// Who is believed about where a caller comes from.
        public var proxies: TrustedProxies

        public init(
            host: String, port: Int, publicFolder: URL, contentOrigin: String? = nil,
            proxies: TrustedProxies = .onThisMachine
        ) {
            self.host = host
            self.port = port
            self.publicFolder = publicFolder
            self.contentOrigin = contentOrigin
            self.proxies = proxies
        }
    }

    /// Makes the server; run it in a service group.
    /// - Parameter onListen: called with the port once requests are taken.
    public static func make(
        campus: Campus, settings: Settings, logger: Logger, onListen: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some Service {
        let router = router(
            campus: campus, publicFolder: settings.publicFolder, contentOrigin: settings.contentOrigin,
            proxies: settings.proxies)
        return listening(router, on: (settings.host, settings.port), option: "--port", logger: logger, onListen)
    }

    /// A server with the house's manners.
    /// - Parameter option: what chooses the port on the command line.
    static func listening(
        _ router: Router<CornermanContext>, on address: (host: String, port: Int), option: String, logger: Logger,
        _ onListen: @escaping @Sendable (Int) -> Void
    ) -> some Service {
        typealias Server = Application<RouterResponder<CornermanContext>>
        let start = Listening<Server>.Start()
        let server = Application(
            router: router, server: connections,
            configuration: .init(address: .hostname(address.host, port: address.port), serverName: "cornerman"),
            onServerRunning: { channel in
                start.make()
                onListen(channel.localAddress?.port ?? address.port)
            }, logger: logger)
        return Listening(server: server, host: address.host, port: address.port, option: option, start: start)
    }

    /// How a connection is kept: closed after a minute without a word, and after a reply that says so.
    static let connections = HTTPServerBuilder.http1(
        configuration: .init(
            additionalChannelHandlers: [CloseAfterReply(), ContinueWhenWanted(), RefuseUnreadable()],
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: RefuseUnreadable.longestField, maxHeaderListSize: RefuseUnreadable.longestHead,
                maxHeaderFieldCount: RefuseUnreadable.mostFields)))

    static func router(
        campus: Campus, publicFolder: URL, contentOrigin: String? = nil,
        proxies: TrustedProxies = .onThisMachine
    ) -> Router<CornermanContext> {
        let router = Router(context: CornermanContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Manners(metrics: campus.metrics))
        router.add(middleware: UnknownMethods())
        for route in Routes.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                let call = Call(
                    campus: campus, request: request, parameters: context.parameters, requestID: context.requestID,
                    remoteAddress: context.remoteAddress, proxies: proxies,
                    wantBody: context.wantBody)
                if route.operation.needsSignIn { try call.checkSignIn() }
                try call.checkQuery(knows: route.operation.items)
                let reply = try await route.operation.handle(call)
                return Response(status: reply.status, headers: reply.headers, body: reply.body)
            }
        }
        Methods.complete(router)
        router.add(middleware: PageHeaders(contentOrigin: contentOrigin))
        router.add(
            middleware: FileMiddleware(publicFolder.path, searchForIndexHtml: true)
                .withAdditionalMediaType(.applicationXml, mappedToFileExtension: "xsd"))
        return router
    }
}
