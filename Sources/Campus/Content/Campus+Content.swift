import Dispatch
import Learning
import Persistence
import Store

/// Giving out the files of packages.
extension Campus {
    /// A file of the version that a launch names.
    /// - Parameters:
    ///   - secret: what the address has after `/l/`.
    ///   - path: from the package's root.
    /// - Throws: ``Refusal`` of kind `gone` when the launch is unknown or over, `missing` when there is no such file,
    ///   `conflict` when it is the file of an activity before which something else comes.
    public func launchedFile(_ secret: String, path: String) async throws -> LaunchedFile {
        let now = now()
        let file = try await read(.operator) { [outlines] connection, _ in
            guard let launch = try LaunchStore.find(hash: Secret.hash(secret), now: now, connection) else {
                throw Refusal.launchOver
            }
            let file =
                try VersionFileStore.find(path, of: launch.version, connection)
                ?? VersionFileStore.findInAnyCase(path, of: launch.version, connection)
            if let enrollment = launch.enrollment, let outline = try outlines.outline(launch.version, connection) {
                try Self.checkLocks(onFile: file?.path ?? path, outline, of: enrollment, connection)
            }
            return file
        }
        guard let file else { throw Refusal.missing("file in this package") }
        return LaunchedFile(path: file.path, digest: file.digest.text, size: file.size)
    }

    /// Some bytes of a file, read off the cooperative pool, at most four at once.
    public func bytes(of file: LaunchedFile, in range: Range<Int>) async throws -> [UInt8] {
        guard let digest = BlobDigest(file.digest) else { throw Refusal.missing("file") }
        let queue = Self.contentQueues[digest.hashValue & (Self.contentQueues.count - 1)]
        return try await retrying { try await offPool(on: queue) { [blobs] in try blobs.read(digest, in: range) } }
    }

    /// The words of a Markdown file as HTML; nil when it is not UTF-8 or longer than 1 MB.
    public func html(of file: LaunchedFile) async throws -> String? {
        guard file.size <= 1 << 20 else { return nil }
        let bytes = try await bytes(of: file, in: 0..<file.size)
        let text = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
        return text.map { Prose($0, from: file.path).html }
    }

    /// As many as may be read at once; a power of two.
    private static let contentQueues = (0..<4).map {
        DispatchQueue(label: "cornerman.content.\($0)", qos: .userInitiated)
    }
}
