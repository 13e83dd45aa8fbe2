import Foundation
public import Learning

/// An address on the content origin that opens an activity's file, for as long as it lasts.
public struct Launch: Hashable, Sendable {
    /// What the page opens: the file, or the player around content that reports.
    public var url: String
    /// Where every file of the version is found, by its path after this.
    public var base: String
    /// What content says is recorded with.
    public var secret: String
    public var expiresAt: Instant

    /// - Parameters:
    ///   - suffix: query and fragment that content is opened with, fit to stand in an address.
    ///   - isPlayed: whether the content reports to a run-time.
    init(
        origin: String, secret: String, path: String, suffix: String? = nil, isPlayed: Bool = false,
        expiresAt: Instant
    ) {
        self.secret = secret
        base = "\(origin)/l/\(secret)/"
        url = isPlayed ? "\(origin)/p/\(secret)" : base + Self.file(path, suffix)
        self.expiresAt = expiresAt
    }

    /// The part of an address that names a file of the package.
    static func file(_ path: String, _ suffix: String?) -> String { encoded(path) + (suffix ?? "") }

    /// A path as it stands in an address (RFC 3986 §3.3).
    private static func encoded(_ path: String) -> String {
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/")
        return path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    }
}
