import Crypto
public import Foundation
public import Persistence

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Blobs as files named by their digest, two hexadecimal digits of it as the folder: `blobs/3f/3fa9…`.
public struct FileBlobStore: BlobStore {
    private let folder: URL

    public var isShared: Bool { false }

    /// Opens or creates the store in `folder`.
    public init(folder: URL) throws {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("incoming"), withIntermediateDirectories: true)
        } catch {
            throw StoreError(.unavailable, "the folder \(folder.path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// Opens the store of an installation and makes nothing.
    public init(existing folder: URL) {
        self.folder = folder
    }

    public func makeWriter() throws -> any BlobWriter {
        try FileBlobWriter(
            path: folder.appendingPathComponent("incoming").appendingPathComponent(UUID().uuidString).path,
            place: { self.url(of: $0) })
    }

    public func contains(_ digest: BlobDigest) throws -> Bool {
        FileManager.default.fileExists(atPath: url(of: digest).path)
    }

    public func size(of digest: BlobDigest) throws -> Int? {
        var status = stat()
        return stat(url(of: digest).path, &status) == 0 ? Int(status.st_size) : nil
    }

    public func read(_ digest: BlobDigest, in range: Range<Int>) throws -> [UInt8] {
        let descriptor = open(url(of: digest).path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(.corrupt, "blob \(digest.text) is not there") }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw StoreError(posix: "fstat") }
        let wanted = range.clamped(to: 0..<Int(status.st_size))
        return try [UInt8](unsafeUninitializedCapacity: wanted.count) { buffer, filled in
            while filled < wanted.count {
                let got = pread(
                    descriptor, buffer.baseAddress! + filled, wanted.count - filled, off_t(wanted.lowerBound + filled))
                guard got > 0 else { throw StoreError(posix: "pread") }
                filled += got
            }
        }
    }

    public func remove(_ digest: BlobDigest) throws {
        guard unlink(url(of: digest).path) == 0 || errno == ENOENT else { throw StoreError(posix: "unlink") }
    }

    public func all() throws -> [BlobDigest] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.utf8.count == 2 }
            .flatMap { try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent($0).path) }
            .compactMap(BlobDigest.init)
    }

    public func sweep() throws {
        let incoming = folder.appendingPathComponent("incoming")
        for name in try FileManager.default.contentsOfDirectory(atPath: incoming.path) {
            try FileManager.default.removeItem(at: incoming.appendingPathComponent(name))
        }
    }

    public func hold() throws -> any BlobHold {
        guard let hold = try FileLock(folder.appendingPathComponent("hold.lock").path, LOCK_SH) else {
            throw StoreError(.unavailable, "the blobs cannot be held")
        }
        return hold
    }

    public func holdAlone() throws -> (any BlobHold)? {
        try FileLock(folder.appendingPathComponent("hold.lock").path, LOCK_EX | LOCK_NB)
    }

    private func url(of digest: BlobDigest) -> URL {
        folder.appendingPathComponent(String(digest.text.prefix(2))).appendingPathComponent(digest.text)
    }
}

/// One file being written under a temporary name.
final class FileBlobWriter: BlobWriter {
    private let path: String
    private let place: (BlobDigest) -> URL
    private var descriptor: Int32
    private var hash = SHA256()

    init(path: String, place: @escaping (BlobDigest) -> URL) throws {
        self.path = path
        self.place = place
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(posix: "open") }
    }

    deinit { cancel() }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        hash.update(bufferPointer: bytes)
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Glibc)
                let wrote = Glibc.write(descriptor, part.baseAddress, part.count)
            #else
                let wrote = Darwin.write(descriptor, part.baseAddress, part.count)
            #endif
            guard wrote > 0 else { throw StoreError(posix: "write") }
            rest = rest.dropFirst(wrote)
        }
    }

    func finish() throws -> BlobDigest {
        let hexadecimal = hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        guard let digest = BlobDigest(hexadecimal) else { throw StoreError(.other, "a digest has no 64 digits") }
        let target = place(digest)
        let parent = target.deletingLastPathComponent()
        if FileManager.default.fileExists(atPath: target.path) {
            cancel()
            // Whoever wrote it may have died before the name was durable.
            try Self.sync(folder: parent.path)
            try Self.sync(folder: parent.deletingLastPathComponent().path)
            return digest
        }
        guard mkdir(parent.path, 0o700) == 0 || errno == EEXIST else { throw StoreError(posix: "mkdir") }
        guard fsync(descriptor) == 0 else { throw StoreError(posix: "fsync") }
        guard rename(path, target.path) == 0 else { throw StoreError(posix: "rename") }
        release()
        // The names are durable only when their folders are.
        try Self.sync(folder: parent.path)
        try Self.sync(folder: parent.deletingLastPathComponent().path)
        return digest
    }

    func cancel() {
        guard descriptor >= 0 else { return }
        release()
        unlink(path)
    }

    private func release() {
        _ = close(descriptor)
        descriptor = -1
    }

    private static func sync(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError(posix: "open") }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError(posix: "fsync") }
    }
}

extension StoreError {
    /// What the last system call of this thread said.
    init(posix call: String) {
        let code = errno
        self.init(
            code == ENOSPC || code == EDQUOT ? .full : .unavailable, "\(call): \(String(cString: strerror(code)))")
    }
}
