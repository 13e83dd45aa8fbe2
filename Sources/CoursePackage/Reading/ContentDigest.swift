import Crypto
import Foundation

/// The digest of a package's content: of all names and contents, whatever the package arrived as.
public struct ContentDigest {
    private var files: [(path: String, digest: [UInt8])] = []

    public init() {}

    /// Adds a file.
    /// - Parameter sha256: of its bytes.
    public mutating func add(_ path: String, sha256: some Sequence<UInt8>) {
        files.append((path, Array(sha256)))
    }

    /// SHA-256 over the files in the order of their paths, in hexadecimal.
    public func hexadecimal() -> String {
        var whole = SHA256()
        for (path, digest) in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            whole.update(data: Array(path.utf8) + [0])
            whole.update(data: digest)
        }
        return Self.hexadecimal(whole.finalize())
    }

    /// A digest in lower-case hexadecimal.
    static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
