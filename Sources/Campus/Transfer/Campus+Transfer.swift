import Crypto
import Learning
import Logging
import Persistence
import Store

/// What was taken over, and how it was held against what had been there.
public struct TransferReport: Hashable, Sendable, Codable {
    /// What one table held, on both sides.
    public struct Table: Hashable, Sendable, Codable {
        public var name: String
        public var rows: Int
        /// SHA-256 of all values in the order of their keys, in hexadecimal.
        public var sha256: String
    }

    public var tables: [Table]
    /// Files of packages, and their bytes.
    public var files: Int
    public var bytes: Int

    public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}

extension Campus {
    /// Takes everything to another database: first the files that versions name, then all rows in one transaction. What came
    /// is read again and held against what was there.
    ///
    /// - Parameters:
    ///   - target: its database has no row; files that lie there already are not taken again.
    ///   - progress: hears the bytes of files that were taken, and of all.
    /// - Throws: ``Refusal`` of kind `conflict` when something is in the target, when the data here are of an older schema, or
    ///   when uploads wait; `unavailable` when what came is not what was here.
    public func transfer(
        to target: Campus, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> TransferReport {
        if try await needsMigration() {
            throw Refusal(
                .conflict, "older-schema",
                "The data are of an older cornerman. Start cornerman serve on them once: that brings them up to date.")
        }
        let waiting = try await read(.operator) { connection, _ in try ImportJobStore.unended(connection).count }
        guard waiting == 0 else {
            throw Refusal(
                .conflict, "uploads-wait",
                "\(waiting) uploads wait for their import, or to be published: let them end first.")
        }
        try await Migrator(Migrations.all).migrate(target.database, now: now().milliseconds)
        try await target.checkIsEmpty()
        let (files, bytes) = try await takeFiles(to: target, progress)
        let sent = try await takeRows(to: target)
        let came = try await target.database.read { try Self.tables($0) }
        guard sent == came else {
            let other = Set(sent).symmetricDifference(came).map(\.name).sorted()
            throw Refusal(
                .unavailable, "transfer-differs",
                "What came is not what was here, in \(Set(other).sorted().joined(separator: ", ")): do not use the target."
            )
        }
        return TransferReport(tables: sent, files: files, bytes: bytes)
    }

    private func checkIsEmpty() async throws {
        guard let full = try await database.read({ try TransferStore.filled($0) }) else { return }
        throw Refusal(
            .conflict, "target-not-empty",
            "Something is in the target already, in \(full); nothing is overwritten. Name an empty database, or a "
                + "folder that is not there.")
    }

    /// The files of all versions, each held against its digest on the way.
    private func takeFiles(
        to target: Campus, _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> (files: Int, bytes: Int) {
        let digests = try await read(.operator) { connection, _ in try BackupStore.digests(connection) }
        return try await retrying {
            try await offPool { [blobs, there = target.blobs] in
                let hold = try there.hold()
                let sizes = try digests.map { (digest: $0, size: try blobs.size(of: $0) ?? 0) }
                let total = sizes.reduce(0) { $0 + $1.size }
                var done = 0
                for (digest, size) in sizes {
                    if try !there.contains(digest) {
                        let writer = try there.makeWriter()
                        for start in stride(from: 0, to: size, by: 1 << 20) {
                            let bytes = try blobs.read(digest, in: start..<min(start + 1 << 20, size))
                            try bytes.withUnsafeBytes { try writer.write($0) }
                        }
                        guard try writer.finish() == digest else {
                            throw StoreError(.corrupt, "the file \(digest.text) has other bytes than its name says")
                        }
                    }
                    done += size
                    progress(done, total)
                }
                withExtendedLifetime(hold) {}
                return (digests.count, total)
            }
        }
    }

    /// All rows as they are at one moment, read on one thread and written on another.
    private func takeRows(to target: Campus) async throws -> [TransferReport.Table] {
        let handover = Handover<(table: String, rows: [[SQLValue]])>(ahead: 8)
        async let sent = database.read { connection in
            let result = Result {
                try Self.tables(connection) { table, rows in try handover.give((table, rows)) }
            }
            handover.end(result.map { _ in })
            return try result.get()
        }
        do {
            try await target.database.write { connection in
                let tables = Dictionary(
                    uniqueKeysWithValues: try TransferStore.tables(connection).map { ($0.name, $0) })
                try TransferStore.load(connection) {
                    while let (name, rows) = try handover.take() {
                        guard let table = tables[name] else {
                            throw StoreError(.other, "the target has no table \(name)")
                        }
                        try TransferStore.insert(rows, into: table, connection)
                    }
                }
            }
        } catch {
            handover.end(.failure(error))
            _ = try? await sent
            throw (error as? StoreError).map(refusal) ?? error
        }
        return try await sent
    }

    /// What there is in every table.
    private static func tables(
        _ connection: any SQLConnection, _ body: (_ table: String, [[SQLValue]]) throws -> Void = { _, _ in }
    ) throws -> [TransferReport.Table] {
        try TransferStore.tables(connection).map { table in
            var hash = SHA256()
            var count = 0
            try TransferStore.forEachBatch(of: table, connection) { rows in
                for row in rows { for value in row { hash.update(value) } }
                count += rows.count
                try body(table.name, rows)
            }
            let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return TransferReport.Table(name: table.name, rows: count, sha256: digest)
        }
    }
}

extension SHA256 {
    /// Takes in a value so that no two sequences of values look alike: its kind, its length, its bytes.
    fileprivate mutating func update(_ value: SQLValue) {
        switch value {
        case .null: update(data: [0])
        case .integer(let integer): update(1, withUnsafeBytes(of: integer.bigEndian) { Array($0) })
        case .real(let real): update(2, withUnsafeBytes(of: real.bitPattern.bigEndian) { Array($0) })
        case .text(let text): update(3, Array(text.utf8))
        case .blob(let bytes): update(4, bytes)
        }
    }

    private mutating func update(_ kind: UInt8, _ bytes: [UInt8]) {
        update(data: [kind] + withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { Array($0) })
        update(data: bytes)
    }
}
