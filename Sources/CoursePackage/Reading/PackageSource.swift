import Archive
import Crypto
import Foundation
import Learning
import XML

/// A package whose format is known, as its reader gets it.
struct PackageSource {
    var files: PackageFiles
    /// The manifest's path.
    var manifest: String
    var xmlLimits: XMLLimits

    /// Hands a document of the package to `handler`.
    ///
    /// - Throws: `Unreadable` with the finding when it is not sound XML.
    func parse(_ path: String, _ handler: any XMLContentHandler) throws {
        var parser = XMLPushParser(handler, limits: xmlLimits)
        do {
            try files.read(path) { piece in
                try parser.push(piece)
                return true
            }
            try parser.finish()
        } catch let error as XMLError {
            throw Unreadable(finding: Finding(error, entry: path))
        }
    }

    /// Reads every byte of the package once: that is the only way to know that it is whole.
    ///
    /// - Parameter captured: The files whose contents are wanted.
    /// - Returns: The digest of all names and contents, and the contents of the captured files, each cut at
    ///   `captureLimit` bytes.
    func verify(capturing captured: Set<String> = []) throws -> (digest: String, contents: [String: [UInt8]]) {
        var digest = ContentDigest()
        var contents: [String: [UInt8]] = [:]
        try files.forEachFile { file, read in
            var hash = SHA256()
            let isCaptured = captured.contains(file.path)
            var kept: [UInt8] = []
            try read { piece in
                piece.withUnsafeBytes { bytes in
                    hash.update(bufferPointer: bytes)
                    let room = isCaptured ? Self.captureLimit - kept.count : 0
                    kept.append(contentsOf: bytes.prefix(room))
                }
                return true
            }
            digest.add(file.path, sha256: hash.finalize())
            if isCaptured { contents[file.path] = kept }
        }
        return (digest.hexadecimal(), contents)
    }

    /// Bytes of a captured file.
    static let captureLimit = 1 << 20
}
