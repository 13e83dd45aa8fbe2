#if PostgreSQL
    public import Foundation
    public import Persistence
    import PersistenceFiles

    /// Files in the database, in pieces, so that every node has them; what a node reads it keeps in a folder of its own.
    public struct PostgresBlobStore: BlobStore {
        /// Bytes of one piece.
        static let piece = 256 << 10
        static let tables: Set<String> = ["blob", "blob_piece"]

        private let address: PostgresAddress
        private let sessions: PostgresSessions
        private let shelf: BlobShelf

        public var isShared: Bool { true }

        /// - Parameters:
        ///   - folder: this node's own, for what is being written and what was read; made when it is not there.
        ///   - most: bytes that it may keep of what was read; what was not asked for longest goes first.
        public init(_ address: PostgresAddress, folder: URL, most: Int = 2 << 30) throws {
            self.address = address
            sessions = PostgresSessions(address)
            shelf = try BlobShelf(folder: folder, most: most)
        }

        /// Makes the tables, once for all nodes.
        public static func prepare(_ database: PostgresDatabase) async throws {
            let isThere = try await database.read { connection in
                try connection.value("SELECT COUNT(*) FROM \(.tables) WHERE name = 'blob_piece'", of: Int.self) == 1
            }
            guard !isThere else { return }
            try await database.alone {
                try await database.write { connection in
                    try connection.script(
                        """
                        CREATE TABLE IF NOT EXISTS blob (
                            digest TEXT COLLATE "C" PRIMARY KEY,
                            size BIGINT NOT NULL
                        );
                        CREATE TABLE IF NOT EXISTS blob_piece (
                            digest TEXT COLLATE "C" NOT NULL REFERENCES blob (digest) ON DELETE CASCADE,
                            number BIGINT NOT NULL,
                            bytes BYTEA NOT NULL,
                            PRIMARY KEY (digest, number)
                        );
                        -- What is packed already is not packed again.
                        ALTER TABLE blob_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
                        """)
                }
            }
        }

        public func makeWriter() throws -> any BlobWriter {
            try PostgresBlobWriter(sessions: sessions, shelf: shelf)
        }

        public func contains(_ digest: BlobDigest) throws -> Bool { try size(of: digest) != nil }

        public func size(of digest: BlobDigest) throws -> Int? {
            try sessions.one("SELECT size FROM blob WHERE digest = \(digest)")
        }

        public func read(_ digest: BlobDigest, in range: Range<Int>) throws -> [UInt8] {
            if let bytes = try shelf.read(digest, in: range) { return bytes }
            try fetch(digest)
            guard let bytes = try shelf.read(digest, in: range) else {
                throw StoreError(.full, "the blob \(digest.text) could not be kept in this node's folder")
            }
            return bytes
        }

        /// Brings a blob here, and holds it against its name.
        private func fetch(_ digest: BlobDigest) throws {
            guard let size = try size(of: digest) else {
                throw StoreError(.corrupt, "the blob \(digest.text) is not there")
            }
            let file = try shelf.files.makeWriter()
            defer { file.cancel() }
            for number in 0..<((size + Self.piece - 1) / Self.piece) {
                let bytes: [UInt8]? = try sessions.one(
                    "SELECT bytes FROM blob_piece WHERE digest = \(digest) AND number = \(number)")
                guard let bytes else {
                    throw StoreError(.corrupt, "the blob \(digest.text) lacks its piece \(number)")
                }
                try unsafe bytes.withUnsafeBytes { try unsafe file.write($0) }
            }
            let kept = try file.finish()
            try shelf.note(kept)
            guard kept == digest else {
                throw StoreError(.corrupt, "the blob \(digest.text) has other bytes than its name says")
            }
        }

        public func remove(_ digest: BlobDigest) throws {
            try sessions.write { try $0.execute("DELETE FROM blob WHERE digest = \(digest)") }
            try shelf.forget(digest)
        }

        public func all() throws -> [BlobDigest] { try sessions.column("SELECT digest FROM blob") }

        public func sweep() throws { try shelf.files.sweep() }

        public func hold() throws -> any BlobHold { try PostgresLock(sharing: .blobs, address) }

        public func holdAlone() throws -> (any BlobHold)? { try PostgresLock(trying: .blobs, address) }
    }
#endif
