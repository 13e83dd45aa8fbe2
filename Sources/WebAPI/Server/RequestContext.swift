import Campus
import Hummingbird
import Logging
import NIOCore

/// What travels with one request.
struct CornermanContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Unique among all nodes; in the reply's `X-Request-Id`, in problem documents and in the log.
    let requestID: String
    let remoteAddress: String
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        requestID = UUIDv7.make()
        channel = source.channel
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Lets a client that waits with its body send it.
    func wantBody() { channel.triggerUserOutboundEvent(ContinueWhenWanted.BodyWanted(), promise: nil) }
}
