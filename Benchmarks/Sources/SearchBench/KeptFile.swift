import Answers
import Crypto
import Foundation

/// What it takes to write an index into a file with its SHA-256, and to have it again, as a server does from one start to the next.
struct KeptFile {
    let megabytes: Double
    /// Processor seconds.
    let written: Double
    /// Processor seconds, the digest among them.
    let taken: Double

    init(_ index: AnswerIndex, at url: URL) throws {
        let start = Timings.now
        let digest = try Self.write(index, to: url)
        written = Timings.now - start
        let between = Timings.now
        let data = try Data(contentsOf: url, options: .alwaysMapped)
        let again = AnswerIndex()
        try data.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            guard hash.finalize() == digest else { throw CocoaError(.fileReadCorruptFile) }
            var reader = SavedReader(bytes)
            try again.load(&reader)
        }
        taken = Timings.now - between
        megabytes = Double(data.count) / 1e6
        guard again.count == index.count else { throw CocoaError(.fileReadCorruptFile) }
    }

    private static func write(_ index: AnswerIndex, to url: URL) throws -> SHA256.Digest {
        _ = FileManager.default.createFile(atPath: url.path(), contents: nil)
        let file = try FileHandle(forWritingTo: url)
        defer { try? file.close() }
        var hash = SHA256()
        let writer = SavedWriter { bytes in
            hash.update(bufferPointer: bytes)
            try file.write(contentsOf: Data(bytes))
        }
        try index.copy().save(writer)
        return hash.finalize()
    }
}
