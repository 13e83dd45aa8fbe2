import Crypto
import Foundation
import Learning
import Persistence

/// A folder that appears whole or not at all: it is made under a temporary name beside its place, synced, and renamed. What
/// fails is removed; a program that was killed leaves `.NAME.partial-…`, which nothing takes for the folder itself.
struct FolderInMaking: Sendable {
    /// Where it is made.
    let url: URL
    private let place: URL

    /// Makes a folder and puts it in its place when `body` is through.
    /// - Parameters:
    ///   - place: where it is to appear; a folder there must be empty.
    ///   - refusal: thrown when something is there.
    static func make<Value: Sendable>(
        at place: URL, otherwise refusal: Refusal, _ body: (FolderInMaking) async throws -> Value
    ) async throws -> Value {
        guard isFree(place) else { throw refusal }
        let folder = FolderInMaking(at: place.standardizedFileURL)
        do {
            try folder.create()
            let value = try await body(folder)
            try folder.put()
            return value
        } catch {
            try? FileManager.default.removeItem(at: folder.url)
            throw error
        }
    }

    private init(at place: URL) {
        self.place = place
        url = place.deletingLastPathComponent().appendingPathComponent(
            ".\(place.lastPathComponent).partial-\(UUID().uuidString.lowercased())")
    }

    private func create() throws {
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(.unavailable, "the folder \(place.path) cannot be made: \(error.localizedDescription)")
        }
    }

    private static func isFree(_ url: URL) -> Bool {
        var status = stat()
        guard lstat(url.path, &status) == 0 else { return errno == ENOENT }
        let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
        return names?.isEmpty == true
    }

    /// Writes a file from its parts, durable but for its name.
    /// - Parameter next: the next part; empty at the end.
    /// - Returns: its bytes and their SHA-256.
    func write(_ path: String, next: () throws -> [UInt8]) throws -> (size: Int, sha256: String) {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(file.path) }
        defer { _ = close(descriptor) }
        var (size, hash) = (0, SHA256())
        while true {
            let part = try next()
            if part.isEmpty { break }
            hash.update(data: part)
            size += part.count
            try part.withUnsafeBytes { try Self.write($0, to: descriptor, file.path) }
        }
        guard fsync(descriptor) == 0 else { throw Self.failure(file.path) }
        return (size, Secret.hexadecimal(hash.finalize()))
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let wrote = Foundation.write(descriptor, part.baseAddress, part.count)
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw failure(path) }
            rest = rest.dropFirst(wrote)
        }
    }

    /// Makes everything in it durable and gives it its name.
    private func put() throws {
        for case let path as String in FileManager.default.enumerator(atPath: url.path) ?? .init() {
            try Self.sync(url.appendingPathComponent(path).path)
        }
        try Self.sync(url.path)
        guard rename(url.path, place.path) == 0 else { throw Self.failure(place.path) }
        try Self.sync(place.deletingLastPathComponent().path)
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// What the last system call of this thread said.
    static func failure(_ path: String) -> StoreError {
        let code = errno
        return StoreError(
            code == ENOSPC || code == EDQUOT ? .full : .unavailable, "\(path): \(String(cString: strerror(code)))")
    }
}
