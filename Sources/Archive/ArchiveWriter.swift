import CLibArchive
import Foundation

/// Writes a zip whose bytes depend on names and contents alone: entries sorted by name, no times, no owners.
@safe
public struct ArchiveWriter: ~Copyable {
    /// Where an entry's bytes come from.
    public enum Source: Sendable {
        case bytes([UInt8])
        /// A file on disk, by its path.
        case file(String)
        /// Bytes that are lent piece by piece.
        case lent(size: Int, read: @Sendable (Range<Int>) throws -> [UInt8])
    }

    private let archive: OpaquePointer

    private static let chunk = 256 << 10

    /// Writes all entries to a new file at `path`, replacing what is there.
    ///
    /// - Throws: `ArchiveError`; `badName` or `pathEscape` for a name that a reader would refuse, `unreadable` for a
    ///   source that cannot be read or a file that cannot be written.
    public static func write(_ entries: [String: Source], to path: String) throws(ArchiveError) {
        let writer = try ArchiveWriter(path: path)
        let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (name, source) in sorted {
            guard try ArchivePath.normalized(name) == name, !name.isEmpty else {
                throw ArchiveError(.badName, entry: name, message: "The name “\(name)” is not a normalized path.")
            }
            try writer.add(name, source)
        }
        try writer.finish()
    }

    private init(path: String) throws(ArchiveError) {
        guard let made = unsafe archive_write_new() else {
            preconditionFailure("libarchive has no memory left for a writer.")
        }
        unsafe archive = made
        let before = unsafe cornerman_utf8_begin()
        defer { unsafe cornerman_utf8_end(before) }
        unsafe archive_write_set_format_zip(made)
        unsafe archive_write_set_options(made, "zip:compression=deflate,zip:hdrcharset=UTF-8")
        if unsafe archive_write_open_filename(made, path) != ARCHIVE_OK { throw unsafe Self.failed(made) }
    }

    deinit {
        unsafe archive_write_free(archive)
    }

    private func add(_ name: String, _ source: Source) throws(ArchiveError) {
        switch source {
        case .bytes(let bytes):
            try begin(name, size: bytes.count)
            try write(bytes.span)
        case .lent(let size, let read):
            try begin(name, size: size)
            var position = 0
            while position < size {
                let end = min(position + Self.chunk, size)
                guard let bytes = try? read(position..<end), bytes.count == end - position else {
                    throw ArchiveError(.unreadable, entry: name, message: "“\(name)” cannot be read.")
                }
                try write(bytes.span)
                position = end
            }
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd(),
                (try? handle.seek(toOffset: 0)) != nil
            else {
                throw ArchiveError(.unreadable, entry: name, message: "The file “\(path)” cannot be read.")
            }
            defer { try? handle.close() }
            try begin(name, size: Int(size))
            var left = Int(size)
            while left > 0 {
                guard let data = try? handle.read(upToCount: min(left, Self.chunk)), !data.isEmpty else {
                    throw ArchiveError(.unreadable, entry: name, message: "The file “\(path)” ended early.")
                }
                try write(Array(data).span)
                left -= data.count
            }
        }
    }

    private func begin(_ name: String, size: Int) throws(ArchiveError) {
        guard let entry = unsafe archive_entry_new() else {
            throw ArchiveError(.unreadable, message: "There is no memory left for writing an archive.")
        }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname_utf8(entry, name)
        unsafe archive_entry_set_filetype(entry, cornerman_ae_ifreg)
        unsafe archive_entry_set_perm(entry, 0o644)
        unsafe archive_entry_set_size(entry, Int64(size))
        let before = unsafe cornerman_utf8_begin()
        defer { unsafe cornerman_utf8_end(before) }
        if unsafe archive_write_header(archive, entry) != ARCHIVE_OK { throw unsafe Self.failed(archive) }
    }

    private func write(_ bytes: Span<UInt8>) throws(ArchiveError) {
        var rest = bytes
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
            guard written > 0 else { throw unsafe Self.failed(archive) }
            rest = rest.extracting(droppingFirst: written)
        }
    }

    private func finish() throws(ArchiveError) {
        if unsafe archive_write_close(archive) != ARCHIVE_OK { throw unsafe Self.failed(archive) }
    }

    @unsafe
    private static func failed(_ archive: OpaquePointer) -> ArchiveError {
        let said = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "unknown"
        return ArchiveError(.unreadable, message: "The archive cannot be written: \(said).")
    }
}
