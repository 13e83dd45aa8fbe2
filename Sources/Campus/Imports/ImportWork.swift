import CoursePackage
import Dispatch
import Foundation
import Learning
import Persistence
import Store
import Synchronization

/// The blocking part of an import: reading a package and keeping its files. Runs off the cooperative pool.
struct ImportWork: Sendable {
    /// Packages are read one at a time: each may take a core and much of the disk.
    static let queue = DispatchQueue(label: "cornerman.import", qos: .utility)

    let blobs: any BlobStore
    let progress: @Sendable (ImportProgress) -> Void
    private let isStopped = Stop()

    init(blobs: any BlobStore, progress: @escaping @Sendable (ImportProgress) -> Void) {
        self.blobs = blobs
        self.progress = progress
    }

    /// Makes the work end at the next file.
    func stop() { isStopped.value.withLock { $0 = true } }

    func read(_ path: String) throws -> PackageReading {
        try checkStop()
        progress(.reading)
        return PackageReader().read(path)
    }

    /// Keeps every file as a blob: those of the draft, and beside them what learners do not get.
    ///
    /// - Throws: ``PackageChanged`` when the package is no longer what was read; `StoreError` when it cannot be written.
    func keep(_ reading: PackageReading) throws -> [StoredFile] {
        guard let files = reading.files, let draft = reading.draft else { return [] }
        let wanted = Set(draft.files.map(\.path))
        let total = files.files.reduce(0) { $0 + $1.size }
        var done = 0
        var kept = 0
        var stored: [StoredFile] = []
        var content = ContentDigest()
        do {
            try files.forEachFile { file, read in
                try checkStop()
                let writer = try blobs.makeWriter()
                var size = 0
                try read { piece in
                    try checkStop()
                    try piece.withUnsafeBytes { try writer.write($0) }
                    size += piece.count
                    done += piece.count
                    progress(.keeping(done: done, total: max(total, done)))
                    return true
                }
                let digest = try writer.finish()
                content.add(files.contentPath(of: file), sha256: digest.bytes)
                let isWithheld = !wanted.contains(file.path)
                kept += isWithheld ? 0 : 1
                stored.append(
                    StoredFile(path: files.contentPath(of: file), digest: digest, size: size, isWithheld: isWithheld))
            }
        } catch let error as StoreError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            throw PackageChanged()
        }
        guard content.hexadecimal() == reading.digest, kept == wanted.count else { throw PackageChanged() }
        progress(.writing)
        return stored
    }

    private func checkStop() throws {
        if isStopped.value.withLock({ $0 }) { throw CancellationError() }
    }

    private final class Stop: Sendable {
        let value = Mutex(false)
    }
}

/// Between looking into a package and keeping its files somebody changed it.
struct PackageChanged: Error {
    let finding = Finding(
        .fatal, "package-changed", message: "The package was changed while it was being imported.",
        hint: "Import it again once nobody writes to it.")
}
