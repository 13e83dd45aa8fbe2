import Foundation
import Learning
import Persistence
import Store
import Synchronization

/// A package on its way in. Pieces are written in the order of the calls, each awaited before the next.
public final class Upload: Sendable {
    /// Bytes gathered before they are written.
    private static let chunk = 256 << 10

    private struct State {
        var file: IncomingFile?
        var gathered = Data()
        var received = 0
    }

    private let campus: Campus
    private let job: Identifier<ImportJob>
    private let folder: URL
    private let fileName: String
    private let isHold: Bool
    private let person: Identifier<Person>?
    private let access: Access
    private let limit: Limit
    private let state = Mutex(State())

    init(
        campus: Campus, job: Identifier<ImportJob>, fileName: String, isHold: Bool, person: Identifier<Person>?,
        access: Access, limit: Limit
    ) {
        self.campus = campus
        self.job = job
        folder = campus.incoming.appendingPathComponent(job.text)
        self.fileName = fileName
        self.isHold = isHold
        self.person = person
        self.access = access
        self.limit = limit
    }

    /// Takes the next bytes.
    /// - Throws: ``Refusal`` of kind `tooLarge` past the limit, `unavailable` when they cannot be written.
    public func append(_ bytes: some Collection<UInt8> & Sendable) async throws {
        let full: Data? = try state.withLock { state in
            state.received += bytes.count
            guard state.received <= limit.value else { throw Refusal.tooLarge(limit, came: "more") }
            state.gathered.append(contentsOf: bytes)
            guard state.gathered.count >= Self.chunk else { return nil }
            defer { state.gathered = Data() }
            return state.gathered
        }
        if let full { try await write(full) }
    }

    /// - Throws: ``Refusal`` of kind `invalid` when another number of bytes came than was announced, or none.
    func checkIsWhole(announced: Int?) throws {
        let received = state.withLock { $0.received }
        if let announced, received != announced {
            throw Refusal(
                .invalid, "cut-off", "\(announced) bytes were announced and \(received) came: send the file again.")
        }
        guard received > 0 else {
            throw Refusal(.invalid, "empty", "The body is empty: it must be the package itself.")
        }
    }

    /// Makes it durable and lets its import wait for its turn.
    func finish() async throws -> ImportJob {
        try await write(state.withLock { $0.gathered })
        let (digest, size) = try await campus.retrying {
            try await campus.offPool { [self] in
                try state.withLock { state in
                    guard let file = state.file else { throw StoreError(.unavailable, "the upload has no file") }
                    return (try file.finish(), file.size)
                }
            }
        }
        let job = ImportJob(
            id: job, requestedBy: person, fileName: fileName, digest: digest, size: size, isHold: isHold,
            createdAt: campus.now())
        try await campus.share(folder, job, by: access)
        campus.importWake.ring()
        return job
    }

    /// Takes away all of it.
    func remove() async throws {
        try await campus.offPool { [folder] in
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        }
    }

    private func write(_ bytes: Data) async throws {
        try await campus.retrying {
            try await campus.offPool { [self] in
                try state.withLock { state in
                    if state.file == nil {
                        state.file = try IncomingFile(
                            creating: folder.appendingPathComponent(PackageName.safe(fileName)))
                    }
                    try state.file?.write(bytes)
                }
            }
        }
    }
}
