import Foundation

/// Scheme, host and port of an address (RFC 6454), which is all that browsers go by.
public struct Origin: Hashable, Sendable {
    public let scheme: String
    public let host: String
    /// The scheme's own where the address names none.
    public let port: Int

    /// Nil unless it is http or https with a host, and nothing else but slashes at the end.
    public init?(_ url: String) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.path.allSatisfy({ $0 == "/" }), parts.query == nil, parts.fragment == nil, parts.user == nil
        else { return nil }
        self.scheme = scheme
        self.host = host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
    }

    /// As browsers write it: without the port where it is the scheme's own.
    public var text: String {
        let isOwn = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)\(isOwn ? "" : ":\(port)")"
    }
}
