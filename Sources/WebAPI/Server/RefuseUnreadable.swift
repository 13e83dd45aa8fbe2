import Campus
import HTTPTypes
import Learning
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers what the parser cannot read, or what is too long for it, with a problem document as everything else is refused; the
/// server library would send an empty 400.
///
/// It stands before the library's own handlers, and behind ``CloseAfterReply``, which ends the connection. While a reply is
/// under way it stays out of it.
final class RefuseUnreadable: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Most bytes of an address, and of one header.
    static let longestField = 16 * 1024
    /// Most bytes of an address and all headers together.
    static let longestHead = 32 * 1024
    /// Most headers.
    static let mostFields = 100

    private var repliesOwed = 0
    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { repliesOwed += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { repliesOwed -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What the client still sends comes as further errors; it is to read the reply first.
        if isOver { return }
        guard let error = error as? HTTPParserError, repliesOwed == 0 else { return context.fireErrorCaught(error) }
        isOver = true
        let (status, refusal) = Self.refusal(for: error)
        let id = UUIDv7.make()
        let problem = Problem(refusal, status: status, requestID: id)
        let body = ByteBuffer(bytes: (try? JSONWriter.bytes(of: problem)) ?? [])
        let headers: HTTPFields = [
            .contentType: "application/problem+json", .cacheControl: "no-store", .connection: "close",
            .contentLength: "\(body.readableBytes)", .requestID: id, .xContentTypeOptions: "nosniff",
            .referrerPolicy: "no-referrer",
        ]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: status, headerFields: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private static func refusal(for error: HTTPParserError) -> (HTTPResponse.Status, Refusal) {
        guard error == .headerOverflow else {
            return (.badRequest, Refusal(.invalid, "bad-http", "This is no HTTP request that can be read."))
        }
        let message =
            "The address and each header may have \(longestField) bytes, all of them together \(longestHead), in at most "
            + "\(mostFields) headers. The words of a search have at most \(Limits.searchWords.value) characters: say it shorter."
        return (.requestHeaderFieldsTooLarge, Refusal(.tooLarge, "head-too-large", message))
    }
}
