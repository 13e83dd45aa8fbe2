import Foundation
import Learning
import Persistence
import Store

/// Where an upload lies until its import has ended: in this node's folder, or, where nodes share the work, among the blobs.
extension Campus {
    /// Lets other nodes have what was received, with the job that needs it.
    func share(_ folder: URL, _ job: ImportJob, by access: Access) async throws {
        guard blobs.isShared else {
            return try await write(access) { connection, _ in try ImportJobStore.insert(job, connection) }
        }
        let hold = try await retrying {
            try await offPool { [blobs] in
                let hold = try blobs.hold()
                let file = try FileHandle(forReadingFrom: folder.appendingPathComponent(PackageName.safe(job.fileName)))
                defer { try? file.close() }
                let writer = try blobs.makeWriter()
                while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                    try piece.withUnsafeBytes { try writer.write($0) }
                }
                guard try writer.finish().text == job.digest else {
                    throw StoreError(.corrupt, "an upload was not kept as it came")
                }
                return hold
            }
        }
        try await check(hold)
        try await write(access) { connection, _ in try ImportJobStore.insert(job, connection) }
        try await offPool { try FileManager.default.removeItem(at: folder) }
        withExtendedLifetime(hold) {}
    }

    /// The file of a job on this node.
    func upload(of job: ImportJob) async throws -> URL {
        let folder = incoming.appendingPathComponent(job.id.text)
        let place = folder.appendingPathComponent(PackageName.safe(job.fileName))
        guard blobs.isShared, let digest = BlobDigest(job.digest) else { return place }
        try await retrying {
            try await offPool { [blobs] in
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                _ = FileManager.default.createFile(atPath: place.path, contents: nil)
                let file = try FileHandle(forWritingTo: place)
                defer { try? file.close() }
                for start in stride(from: 0, to: job.size, by: 1 << 20) {
                    try file.write(contentsOf: blobs.read(digest, in: start..<min(start + 1 << 20, job.size)))
                }
            }
        }
        return place
    }

    /// Takes away the upload of a job that has ended, or that another node has.
    func removeUpload(_ job: ImportJob) async throws {
        try await offPool { [incoming] in
            let folder = incoming.appendingPathComponent(job.id.text)
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        }
        guard blobs.isShared, let digest = BlobDigest(job.digest) else { return }
        // Somebody may be keeping the same bytes for a version that is not there yet: then it stays until the next sweep.
        guard let hold = try await retrying({ try await offPool { [blobs] in try blobs.holdAlone() } }) else { return }
        let isUnnamed = try await read(.operator) { connection, _ in
            try !VersionFileStore.unnamed(among: [digest], connection).isEmpty
        }
        guard isUnnamed else { return }
        try await check(hold)
        try await retrying { try await offPool { [blobs] in try blobs.remove(digest) } }
        withExtendedLifetime(hold) {}
    }
}
