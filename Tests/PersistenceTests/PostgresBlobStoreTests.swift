#if PostgreSQL
    import Foundation
    import Persistence
    import PersistencePostgres
    import TestKit
    import Testing

    /// Two nodes on one database, each with a folder of its own.
    @Suite struct PostgresBlobStoreTests {
        private let database: TemporaryPostgres
        private let folders: [TemporaryFolder]
        private let nodes: [PostgresBlobStore]

        init() async throws {
            let database = try await TemporaryPostgres.migrated()
            let folders = [try TemporaryFolder(), try TemporaryFolder()]
            nodes = try folders.map { try PostgresBlobStore(database.address, folder: $0.url, most: 1 << 20) }
            self.database = database
            self.folders = folders
        }

        private func put(_ bytes: [UInt8], in store: any BlobStore) throws -> BlobDigest {
            let writer = try store.makeWriter()
            try bytes.withUnsafeBytes { try writer.write($0) }
            return try writer.finish()
        }

        @Test func `what one node writes another reads, in parts and by its digest`() throws {
            let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let digest = try put(bytes, in: nodes[0])
            #expect(try nodes[1].size(of: digest) == bytes.count)
            #expect(try nodes[1].read(digest, in: 262_140..<262_150) == Array(bytes[262_140..<262_150]))
            #expect(try nodes[1].read(digest, in: 699_990..<800_000) == Array(bytes[699_990...]))
            #expect(try put(bytes, in: nodes[1]) == digest)
            #expect(try nodes[1].all() == [digest])
            try nodes[0].remove(digest)
            #expect(try nodes[1].contains(digest) == false)
        }

        @Test func `a node keeps no more than it may of what it read`() throws {
            let digests = try (1...6).map { try put([UInt8](repeating: $0, count: 300_000), in: nodes[0]) }
            for digest in digests { #expect(try nodes[1].read(digest, in: 0..<1).count == 1) }
            let kept =
                FileManager.default.enumerator(atPath: folders[1].url.path)?.compactMap { $0 as? String }
                .filter { ($0 as NSString).lastPathComponent.count == 64 } ?? []
            #expect((1...3).contains(kept.count))
            #expect(try nodes[1].read(digests[0], in: 0..<3) == [1, 1, 1])
        }

        @Test func `a blob that is damaged or gone in the database is said to be so`() async throws {
            let digest = try put([UInt8](repeating: 7, count: 300_000), in: nodes[0])
            _ = try await database.write {
                try $0.execute("UPDATE blob_piece SET bytes = \([0] as [UInt8]) WHERE number = 1")
            }
            let damaged = #expect(throws: StoreError.self) { try nodes[1].read(digest, in: 0..<1) }
            #expect(damaged?.kind == .corrupt)
            _ = try await database.write { try $0.execute("DELETE FROM blob") }
            let gone = #expect(throws: StoreError.self) { try nodes[1].read(digest, in: 0..<1) }
            #expect(gone?.kind == .corrupt)
        }

        @Test func `who sweeps and who writes keep each other away, on every node`() throws {
            var hold: (any BlobHold)? = try nodes[0].hold()
            #expect(try nodes[1].hold() !== hold)
            #expect(try nodes[1].holdAlone() == nil)
            withExtendedLifetime(hold) {}
            hold = nil
            #expect(try nodes[1].holdAlone() != nil)
        }

        @Test func `a hold that was lost with its connection is not taken for one`() throws {
            let hold = try nodes[0].hold()
            try hold.check()
            try TemporaryPostgres.psql(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = "
                    + "(SELECT oid FROM pg_database WHERE datname = '\(database.name)')")
            let error = #expect(throws: StoreError.self) { try hold.check() }
            #expect(error?.kind == .unavailable)
        }
    }
#endif
