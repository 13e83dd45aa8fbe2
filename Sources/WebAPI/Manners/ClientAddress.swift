import HTTPTypes
import HummingbirdCore

extension Call {
    /// Where the caller comes from, for throttling alone. A proxy on this machine is taken at its word: the last entry of
    /// `X-Forwarded-For` is the one that it wrote itself.
    var clientAddress: String {
        guard remoteAddress == "127.0.0.1" || remoteAddress == "::1",
            let last = request.headers[.xForwardedFor]?.split(separator: ",").last
        else { return remoteAddress }
        return String(last.filter { !$0.isWhitespace }.prefix(64))
    }
}

extension HTTPField.Name {
    static let xForwardedFor = Self("X-Forwarded-For")!
}
