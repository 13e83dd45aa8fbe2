import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tells a client that waits before it sends a body (`Expect: 100-continue`, RFC 9110 §10.1.1) to go on, once somebody wants
/// the body: what is refused before is not sent at all.
final class ContinueWhenWanted: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Sent down the channel by whoever is about to read a body.
    struct BodyWanted {}

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyWanted else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: promise)
    }
}
