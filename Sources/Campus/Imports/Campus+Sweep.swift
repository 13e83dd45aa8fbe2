import Foundation
import Learning
import Logging
import Persistence
import Store

extension Campus {
    /// Clears away what a program that is gone left half done: staged versions, files that no version names, uploads without
    /// a job. What it had begun to import waits for its turn again. Only for the one server of this data, before it takes
    /// requests.
    ///
    /// While another program imports, versions and files stay for the next time.
    public func sweep() async throws {
        try await resumeImports()
        try await sweepUploads()
        let hold = try await retrying { try await offPool { [blobs] in try blobs.holdAlone() } }
        guard let hold else {
            logger.info("another program imports: what is left over is cleared away at the next start")
            return
        }
        while true {
            let staged = try await read(.operator) { connection, _ in
                try CourseVersionStore.staged(limit: 100, connection)
            }
            if staged.isEmpty { break }
            try await check(hold)
            for version in staged { try await removeStaged(version) }
            logger.info("cleared away imports that did not end", metadata: ["count": "\(staged.count)"])
        }
        try await sweepBlobs(hold)
        withExtendedLifetime(hold) {}
    }

    private func sweepBlobs(_ hold: any BlobHold) async throws {
        let all = try await retrying {
            try await offPool { [blobs] in
                try blobs.sweep()
                return try blobs.all()
            }
        }
        for start in stride(from: 0, to: all.count, by: 500) {
            let slice = all[start..<min(start + 500, all.count)]
            let unnamed = try await read(.operator) { connection, _ in
                try VersionFileStore.unnamed(among: slice, connection)
            }
            if unnamed.isEmpty { continue }
            try await check(hold)
            try await retrying {
                try await offPool { [blobs] in for digest in unnamed { try blobs.remove(digest) }
                }
            }
            logger.info("cleared away files that no version names", metadata: ["count": "\(unnamed.count)"])
        }
    }

    private func sweepUploads() async throws {
        let needed = Set(
            try await read(.operator) { connection, _ in try ImportJobStore.unended(connection) }.map(\.text))
        try await offPool { [incoming] in
            for name in try FileManager.default.contentsOfDirectory(atPath: incoming.path) where !needed.contains(name)
            {
                try FileManager.default.removeItem(at: incoming.appendingPathComponent(name))
            }
        }
    }
}
