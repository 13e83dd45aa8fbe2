import Crypto
import Foundation

/// Secrets that are shown once and stored hashed.
public enum Secret {
    /// 256 random bits as 43 characters of base64url, after a prefix that secret scanners can know.
    public static func make(prefix: String) -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        let text = bytes.base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
        return "\(prefix)_\(text)"
    }

    /// The SHA-256 in hexadecimal. The secret is random and long, so that a slow hash would add nothing.
    public static func hash(_ secret: String) -> String {
        hexadecimal(SHA256.hash(data: Data(secret.utf8)))
    }

    /// A digest in lower-case hexadecimal.
    static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
}
