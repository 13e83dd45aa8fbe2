#if PostgreSQL
    import Persistence
    import PersistenceFiles

    /// Takes a blob's bytes into a file of this node, and puts them into the database when they are whole.
    final class PostgresBlobWriter: BlobWriter {
        private let file: any BlobWriter
        private let sessions: PostgresSessions
        private let shelf: BlobShelf

        init(sessions: PostgresSessions, shelf: BlobShelf) throws {
            self.sessions = sessions
            self.shelf = shelf
            file = try shelf.files.makeWriter()
        }

        func write(_ bytes: UnsafeRawBufferPointer) throws { try unsafe file.write(bytes) }

        func finish() throws -> BlobDigest {
            let digest = try file.finish()
            let size = try shelf.files.size(of: digest) ?? 0
            try sessions.write { connection in
                // Who writes the same bytes at the same time waits here, and finds them done.
                let isNew = try connection.execute(
                    "INSERT INTO blob (digest, size) VALUES (\(digest), \(size)) ON CONFLICT (digest) DO NOTHING")
                guard isNew == 1 else { return }
                let piece = PostgresBlobStore.piece
                for (number, start) in stride(from: 0, to: size, by: piece).enumerated() {
                    let bytes = try shelf.files.read(digest, in: start..<min(start + piece, size))
                    try connection.execute(
                        "INSERT INTO blob_piece (digest, number, bytes) VALUES (\(digest), \(number), \(bytes))")
                }
            }
            try shelf.note(digest)
            return digest
        }

        func cancel() { file.cancel() }
    }
#endif
