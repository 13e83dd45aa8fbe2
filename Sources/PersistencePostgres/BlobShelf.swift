#if PostgreSQL
    import Foundation
    import Persistence
    import PersistenceFiles
    import Synchronization

    /// What a node keeps of the blobs that it read: files, up to a number of bytes, of which the least lately asked for goes first.
    final class BlobShelf: Sendable {
        private struct Book {
            var sizes: [BlobDigest: Int] = [:]
            /// When each was last asked for, counted.
            var turns: [BlobDigest: Int] = [:]
            var turn = 0
            var total = 0
        }

        let files: FileBlobStore
        private let most: Int
        private let book: Mutex<Book>

        init(folder: URL, most: Int) throws {
            files = try FileBlobStore(folder: folder)
            self.most = most
            var book = Book()
            for digest in try files.all() {
                let size = try files.size(of: digest) ?? 0
                book.sizes[digest] = size
                book.turns[digest] = 0
                book.total += size
            }
            self.book = Mutex(book)
        }

        /// Nil when it is not here.
        func read(_ digest: BlobDigest, in range: Range<Int>) throws -> [UInt8]? {
            let isHere = book.withLock { book in
                guard book.sizes[digest] != nil else { return false }
                book.turn += 1
                book.turns[digest] = book.turn
                return true
            }
            guard isHere else { return nil }
            do {
                return try files.read(digest, in: range)
            } catch let error as StoreError where error.kind == .corrupt {
                // It was put away meanwhile.
                return nil
            }
        }

        /// Notes one that was written, and puts away what is too much beside it.
        func note(_ digest: BlobDigest) throws {
            let size = try files.size(of: digest) ?? 0
            let gone = book.withLock { book -> [BlobDigest] in
                if book.sizes.updateValue(size, forKey: digest) == nil { book.total += size }
                book.turn += 1
                book.turns[digest] = book.turn
                guard book.total > most else { return [] }
                var gone: [BlobDigest] = []
                for (old, _) in book.turns.sorted(by: { $0.value < $1.value }) where old != digest {
                    if book.total <= most * 9 / 10 { break }
                    book.total -= book.sizes.removeValue(forKey: old) ?? 0
                    book.turns[old] = nil
                    gone.append(old)
                }
                return gone
            }
            for old in gone { try files.remove(old) }
        }

        func forget(_ digest: BlobDigest) throws {
            let isHere = book.withLock { book in
                book.turns[digest] = nil
                guard let size = book.sizes.removeValue(forKey: digest) else { return false }
                book.total -= size
                return true
            }
            if isHere { try files.remove(digest) }
        }
    }
#endif
