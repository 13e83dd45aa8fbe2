#if PostgreSQL
    import Foundation
    import Learning
    import Persistence
    import PersistenceFiles
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #else
        import Darwin
    #endif

    /// A folder of one node: uploads on their way, and what it read of packages. Nothing in it is needed once the node has ended.
    struct NodeFolder: Sendable {
        private let url: URL
        /// Whether it stays when the program has ended.
        private let isLasting: Bool
        /// Those that nobody named, and nobody will miss when the program has ended.
        private static let temporary = Mutex<[URL]>([])

        var blobs: URL { url.appendingPathComponent("blobs") }
        var incoming: URL { url.appendingPathComponent("incoming") }
        /// Where the index of search is kept; nil in a folder that goes.
        var searchFile: URL? { isLasting ? url.appendingPathComponent("search.index") : nil }

        /// - Parameter path: one that stays, so that what was read is there at the next start; nil for one that goes with the
        ///   program.
        init(_ path: String?) throws {
            isLasting = path != nil
            url =
                path.map { URL(fileURLWithPath: $0) }
                ?? FileManager.default.temporaryDirectory.appendingPathComponent(
                    "cornerman-node-\(UUID().uuidString.lowercased())")
            do {
                try FileManager.default.createDirectory(
                    at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
                if path == nil { Self.removeAtExit(url) }
            } catch {
                throw StoreError(
                    .unavailable, "the node's folder \(url.path) cannot be made: \(error.localizedDescription)")
            }
        }

        private static func removeAtExit(_ url: URL) {
            let isFirst = temporary.withLock { folders in
                folders.append(url)
                return folders.count == 1
            }
            guard isFirst else { return }
            atexit {
                for url in NodeFolder.temporary.withLock({ $0 }) { try? FileManager.default.removeItem(at: url) }
            }
        }

        /// Holds it for one server.
        func lock() throws -> FileLock {
            guard let lock = try FileLock(url.appendingPathComponent("serve.lock").path, LOCK_EX | LOCK_NB) else {
                throw Refusal(
                    .throttled, "served-already",
                    "Another cornerman works in \(url.path): give each node a --node-folder of its own.")
            }
            return lock
        }
    }
#endif
