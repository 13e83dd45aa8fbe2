import Crypto
import Foundation
import Persistence

/// A file's bytes, part by part.
enum FileDigest {
    private static let part = 1 << 20

    /// Reads a file from its start to its end.
    /// - Returns: gives the next part, empty at the end.
    static func parts(of file: URL) throws -> () throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        return { [UInt8](try handle.read(upToCount: part) ?? Data()) }
    }

    /// Reads a blob from its start to its end.
    static func parts(of digest: BlobDigest, size: Int, _ blobs: any BlobStore) -> () throws -> [UInt8] {
        var start = 0
        return {
            let part = try blobs.read(digest, in: start..<min(start + part, size))
            start += part.count
            return part
        }
    }

    static func of(_ file: URL) throws -> (size: Int, sha256: String) {
        let next = try parts(of: file)
        var (size, hash) = (0, SHA256())
        while true {
            let part = try next()
            if part.isEmpty { return (size, Secret.hexadecimal(hash.finalize())) }
            hash.update(data: part)
            size += part.count
        }
    }
}
