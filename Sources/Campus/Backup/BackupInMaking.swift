public import Foundation
import Learning
import Persistence

/// The files of a backup beside its database, and its manifest, which is written last.
struct BackupInMaking: Sendable {
    let folder: FolderInMaking
    let blobs: any BlobStore
    let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// Copies the blobs and writes the manifest.
    func finish(named: [BlobDigest], program: String, schema: Int, now: Instant) throws -> BackupManifest {
        let file = folder.url.appendingPathComponent(BackupManifest.database)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        let database = try FileDigest.of(file)
        var manifest = BackupManifest(
            program: program, schema: schema, madeAt: Self.text(now),
            files: [.init(path: BackupManifest.database, size: database.size, sha256: database.sha256)], lacking: [])
        let sizes = try named.map { try blobs.size(of: $0) ?? 0 }
        let total = sizes.reduce(0, +)
        var done = 0
        for (digest, size) in zip(named, sizes) {
            if let file = try copy(digest) { manifest.files.append(file) } else { manifest.lacking.append(digest.text) }
            done += size
            progress(done, total)
        }
        var bytes = [UInt8](try manifest.json())
        _ = try folder.write(BackupManifest.fileName) {
            defer { bytes = [] }
            return bytes
        }
        return manifest
    }

    /// - Returns: nil when the blob is gone or is not what its name says.
    private func copy(_ digest: BlobDigest) throws -> BackupManifest.File? {
        guard let size = try blobs.size(of: digest) else { return nil }
        let path = BackupManifest.path(of: digest.text)
        let written = try folder.write(path, next: FileDigest.parts(of: digest, size: size, blobs))
        guard written.sha256 == digest.text else {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
            return nil
        }
        return .init(path: path, size: written.size, sha256: written.sha256)
    }

    private static func text(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}

extension BackupManifest {
    /// The document, its keys sorted.
    public func json(on oneLine: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            oneLine
            ? [.sortedKeys, .withoutEscapingSlashes] : [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(self)
    }
}
