import Crypto
import Foundation
import Persistence

/// A file that is being received: written and digested as it comes. Every call blocks; not for use by two at once.
final class IncomingFile {
    private let handle: FileHandle
    private var hash = SHA256()
    private(set) var size = 0

    /// Takes over a file that is open for writing.
    init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// Makes a new file at `url`, and its folder.
    convenience init(creating url: URL) throws {
        self.init(
            try Self.translating {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: url, options: .withoutOverwriting)
                return try FileHandle(forWritingTo: url)
            })
    }

    /// - Throws: `StoreError`, of kind `full` when the disk is.
    func write(_ bytes: Data) throws {
        try Self.translating { try handle.write(contentsOf: bytes) }
        hash.update(data: bytes)
        size += bytes.count
    }

    /// Makes it durable.
    /// - Returns: the SHA-256 of all bytes, in hexadecimal.
    func finish() throws -> String {
        try Self.translating {
            try handle.synchronize()
            try handle.close()
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            let error = error as NSError
            let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
            let isFull =
                error.code == CocoaError.fileWriteOutOfSpace.rawValue
                || [error, cause].contains {
                    $0?.domain == NSPOSIXErrorDomain && $0?.code == Int(POSIXErrorCode.ENOSPC.rawValue)
                }
            throw StoreError(
                isFull ? .full : .unavailable, "the upload cannot be written: \(error.localizedDescription)")
        }
    }
}
