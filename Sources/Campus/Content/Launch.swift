import Foundation
public import Learning

/// An address on the content origin that opens an activity's file, for as long as it lasts.
public struct Launch: Hashable, Sendable {
    public var url: String
    /// Where every file of the version is found, by its path after this.
    public var base: String
    public var expiresAt: Instant

    init(origin: String, secret: String, path: String, expiresAt: Instant) {
        base = "\(origin)/l/\(secret)/"
        url = base + Self.encoded(path)
        self.expiresAt = expiresAt
    }

    /// A path as it stands in an address (RFC 3986 §3.3).
    private static func encoded(_ path: String) -> String {
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/")
        return path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    }
}
