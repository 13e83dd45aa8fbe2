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
    /// - Parameter seeing: Lent the document's bytes, each piece before what is in it is told.
    /// - Throws: `Unreadable` with the finding when it is not sound XML.
    func parse(
        _ path: String, _ handler: any XMLContentHandler, seeing: (Span<UInt8>) -> Void = { _ in }
    ) throws {
        var parser = XMLPushParser(handler, limits: xmlLimits)
        do {
            try files.read(path) { piece in
                seeing(piece)
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
    /// - Parameter isSought: Tells root elements of XML documents that are looked for.
    func verify(
        capturing captured: Set<String> = [], findingRoots isSought: (XMLName) -> Bool = { _ in false }
    ) throws -> Verified {
        var digest = ContentDigest()
        var verified = Verified()
        try files.forEachFile { file, read in
            var hash = SHA256()
            let isCaptured = captured.contains(file.path)
            var kept: [UInt8] = []
            var search: RootSearch?
            var isFirst = true
            try read { piece in
                if isFirst { search = RootSearch(first: piece, limits: xmlLimits) }
                isFirst = false
                search?.take(piece)
                piece.withUnsafeBytes { bytes in
                    hash.update(bufferPointer: bytes)
                    let room = isCaptured ? Self.captureLimit - kept.count : 0
                    kept.append(contentsOf: bytes.prefix(room))
                }
                return true
            }
            let sha256 = hash.finalize()
            digest.add(files.contentPath(of: file), sha256: sha256)
            verified.digests[file.path] = ContentDigest.hexadecimal(sha256)
            if isCaptured { verified.contents[file.path] = kept }
            if let root = search?.root, isSought(root) { verified.found.insert(file.path) }
        }
        verified.digest = digest.hexadecimal()
        return verified
    }

    /// What came of reading all of a package.
    struct Verified {
        /// Of all names and contents.
        var digest = ""
        /// Of each file's bytes, by its path.
        var digests: [String: String] = [:]
        /// Of the captured files, each cut at `captureLimit` bytes.
        var contents: [String: [UInt8]] = [:]
        /// The documents with a root element that was looked for.
        var found: Set<String> = []
    }

    /// Bytes of a captured file.
    static let captureLimit = 1 << 20
}
