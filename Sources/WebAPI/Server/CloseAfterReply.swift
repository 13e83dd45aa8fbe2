import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection after a reply that says `Connection: close`, which the server library leaves to the client.
///
/// The rest of a refused body is read and thrown away for a moment: closing at once would reset the connection, and the
/// client would lose the reply that tells it why.
final class CloseAfterReply: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long the client may go on sending what nobody reads.
    private static let linger = TimeAmount.seconds(2)

    private var closes = false
    private var isOver = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            closes = head.headerFields[.connection]?.lowercased() == "close"
            context.write(data, promise: promise)
        case .end where closes:
            isOver = true
            context.writeAndFlush(data, promise: promise)
            context.close(mode: .output, promise: nil)
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: Self.linger) { bound.value.close(promise: nil) }
            // Nobody else asks for the rest, and without asking the client's end is never seen.
            context.read()
        default:
            context.write(data, promise: promise)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if !isOver { context.fireChannelRead(data) }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isOver { context.read() } else { context.fireChannelReadComplete() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isOver, case ChannelEvent.inputClosed? = event as? ChannelEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
