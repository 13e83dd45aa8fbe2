import Foundation
public import Persistence

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A lock on a file (`flock`), let go with this value or when its process ends, however it ends.
public final class FileLock: BlobHold {
    private let descriptor: Int32

    /// Takes the lock, and waits for it unless `operation` says otherwise.
    ///
    /// - Parameter operation: `LOCK_SH` or `LOCK_EX`, with `LOCK_NB` not to wait.
    /// - Returns: nil when somebody else has it.
    public init?(_ path: String, _ operation: Int32) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(posix: "the file \(path) cannot be opened") }
        while flock(descriptor, operation) != 0 {
            if errno == EINTR { continue }
            let isTaken = errno == EWOULDBLOCK
            let error = StoreError(posix: "flock")
            _ = close(descriptor)
            if isTaken { return nil }
            throw error
        }
        self.descriptor = descriptor
    }

    /// A file stays locked for as long as it is open.
    public func check() {}

    deinit { _ = close(descriptor) }
}
