import HTTPTypes
import HummingbirdCore

extension Call {
    /// Where the caller comes from, for throttling alone.
    var clientAddress: String {
        proxies.client(peer: remoteAddress, forwardedFor: request.headers[.xForwardedFor])
    }
}

extension HTTPField.Name {
    static let xForwardedFor = Self("X-Forwarded-For")!
}
