import CLibArchive

/// Goes through an archive's files in the order in which they lie in it, in constant memory, within limits.
///
/// A zip is read by its central directory, which alone says what is in it. Nothing is unpacked to a disk; folders are
/// passed over. It blocks its thread while it works, like the library below it.
@safe
public struct ArchiveReader: ~Copyable {
    private let archive: OpaquePointer
    private let kind: ArchiveKind
    private let limits: ArchiveLimits
    /// Everything in the archive that was passed, folders included.
    private var passed = 0
    /// Bytes that the passed entries say they have, or had when they were read, whichever is more.
    private var total = 0
    private var current: ArchiveEntry?
    private var buffer: [UInt8]

    /// Bytes read at once.
    private static let chunk = 256 << 10

    /// Opens the file at `path`.
    public init(path: String, kind: ArchiveKind, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        guard let made = unsafe archive_read_new() else {
            preconditionFailure("libarchive has no memory left for a reader.")
        }
        unsafe archive = made
        self.kind = kind
        self.limits = limits
        buffer = [UInt8](repeating: 0, count: Self.chunk)
        switch kind {
        case .zip: unsafe archive_read_support_format_zip_seekable(made)
        case .tar: unsafe archive_read_support_format_tar(made)
        case .tarGzip:
            unsafe archive_read_support_format_tar(made)
            unsafe archive_read_support_filter_gzip(made)
        }
        if unsafe archive_read_open_filename(made, path, Self.chunk) != ARCHIVE_OK {
            throw unsafe Self.corrupt(made, entry: nil)
        }
    }

    deinit {
        unsafe archive_read_free(archive)
    }

    /// The next file; nil at the end. What was not read of the one before is passed over.
    public mutating func next() throws(ArchiveError) -> ArchiveEntry? {
        current = nil
        while true {
            var header: OpaquePointer?
            let before = unsafe cornerman_utf8_begin()
            defer { unsafe cornerman_utf8_end(before) }
            let status = unsafe archive_read_next_header(archive, &header)
            if status == ARCHIVE_EOF { return nil }
            if status == ARCHIVE_RETRY { continue }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let header = unsafe header else {
                throw unsafe Self.corrupt(archive, entry: nil)
            }
            let ordinal = passed
            passed += 1
            guard passed <= limits.entries else {
                throw ArchiveError(.tooManyEntries, message: "It has more than \(limits.entries) entries.")
            }
            try refuseBomb(consumedBefore: nil, unpacked: 0, name: nil)
            if let entry = try unsafe entry(header, ordinal: ordinal) {
                current = entry
                return entry
            }
        }
    }

    /// Reads the file that `next` returned last, in pieces that are lent to `body`, until it returns false or the file
    /// ends. A file can be read once.
    public mutating func read(_ body: (Span<UInt8>) throws -> Bool) throws {
        guard let entry = current else { return }
        current = nil
        let consumedBefore = unsafe archive_filter_bytes(archive, 0)
        var unpacked = 0
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe archive_read_data(archive, bytes.baseAddress, bytes.count)
            }
            if count == 0 { break }
            guard count > 0 else { throw unsafe Self.corrupt(archive, entry: entry.path) }
            unpacked += count
            guard unpacked <= limits.entryBytes, total + max(0, unpacked - entry.size) <= limits.totalBytes else {
                throw tooLarge(entry.path)
            }
            try refuseBomb(consumedBefore: consumedBefore, unpacked: unpacked, name: entry.path)
            if try !body(buffer.span.extracting(first: count)) { return }
        }
        total += max(0, unpacked - entry.size)
        guard unpacked == entry.size || entry.size == 0 else {
            throw ArchiveError(
                .corrupt, entry: entry.path, message: "The entry “\(entry.path)” is not as long as the archive says.")
        }
    }

    /// The file that a header is about; nil for a folder.
    @unsafe
    private mutating func entry(_ header: OpaquePointer, ordinal: Int) throws(ArchiveError) -> ArchiveEntry? {
        let (name, charset) = unsafe Self.name(header, kind: kind)
        let path = try ArchivePath.normalized(name, limit: limits.nameBytes)
        if unsafe archive_entry_is_encrypted(header) != 0 {
            throw ArchiveError(.encrypted, entry: name, message: "The entry “\(name)” is encrypted.")
        }
        let isLink = unsafe archive_entry_hardlink(header) != nil || archive_entry_symlink(header) != nil
        let type = unsafe archive_entry_filetype(header) & cornerman_ae_ifmt
        if !isLink, type == cornerman_ae_ifdir || (type == 0 && name.hasSuffix("/")) { return nil }
        guard !isLink, type == cornerman_ae_ifreg || type == 0 else {
            throw ArchiveError(
                .notAFile, entry: name, message: "The entry “\(name)” is a link or a device, not a file.")
        }
        guard !path.isEmpty else {
            throw ArchiveError(.badName, entry: name, message: "A file in it has no name.")
        }
        let size = unsafe archive_entry_size_is_set(header) != 0 ? Int(max(0, archive_entry_size(header))) : 0
        guard size <= limits.entryBytes, total <= limits.totalBytes - size else { throw tooLarge(path) }
        total += size
        return ArchiveEntry(path: path, size: size, ordinal: ordinal, nameCharset: charset)
    }

    @unsafe
    private static func name(_ header: OpaquePointer, kind: ArchiveKind) -> (String, ArchiveEntry.NameCharset) {
        let declared = unsafe archive_entry_pathname_utf8(header).map { unsafe String(cString: $0) }
        guard let raw = unsafe archive_entry_pathname(header) else { return (declared ?? "", .utf8) }
        var bytes: [UInt8] = []
        var index = 0
        while unsafe raw[index] != 0 {
            bytes.append(unsafe UInt8(bitPattern: raw[index]))
            index += 1
        }
        if let text = String(validating: bytes, as: UTF8.self) {
            return (text, .utf8)
        }
        return kind == .zip
            ? (CodePage437.decode(bytes), .codePage437)
            : (String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })), .latin1)
    }

    /// A zip's entry is held against its own packed bytes, a gzipped tar as a whole, as it has but one stream.
    private func refuseBomb(consumedBefore: Int64?, unpacked: Int, name: String?) throws(ArchiveError) {
        let (large, packed): (Int, Int64)
        switch kind {
        case .zip:
            guard let consumedBefore else { return }
            (large, packed) = unsafe (unpacked, archive_filter_bytes(archive, 0) - consumedBefore)
        case .tar, .tarGzip:
            let consumed = unsafe archive_filter_bytes(archive, -1)
            (large, packed) = unsafe (max(unpacked, Int(archive_filter_bytes(archive, 0))), consumed)
        }
        guard large > limits.ratioFloor, large / Int(max(1, packed)) >= limits.ratio else { return }
        throw ArchiveError(
            .bomb, entry: name, message: "It becomes more than \(limits.ratio) times as large as it is packed.")
    }

    private func tooLarge(_ path: String) -> ArchiveError {
        ArchiveError(
            .tooLarge, entry: path,
            message:
                "It becomes larger than \(limits.totalBytes >> 20) MiB, or one entry larger than \(limits.entryBytes >> 20) MiB."
        )
    }

    @unsafe
    private static func corrupt(_ archive: OpaquePointer, entry: String?) -> ArchiveError {
        let said = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "unknown"
        let what = entry.map { "The entry “\($0)”" } ?? "The archive"
        return ArchiveError(.corrupt, entry: entry, message: "\(what) cannot be unpacked: \(said).")
    }
}
