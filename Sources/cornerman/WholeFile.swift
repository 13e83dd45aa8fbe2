import Foundation
import Learning

/// Writes a file that is there as a whole or not at all.
enum WholeFile {
    /// Writes into a file that is opened for it.
    /// - Throws: as ``put(at:_:)``.
    static func write<Value>(to path: String, _ body: (FileHandle) async throws -> Value) async throws -> Value {
        try await put(at: path) { part in
            guard FileManager.default.createFile(atPath: part.path, contents: nil),
                let file = FileHandle(forWritingAtPath: part.path)
            else { throw failure(path, String(cString: strerror(errno))) }
            let value = try await body(file)
            try file.close()
            return value
        }
    }

    /// Has a file made beside the target first, so that a disk that is full leaves what was there.
    /// - Parameter make: makes the file at the place that it gets, where there is none.
    /// - Throws: ``Refusal`` of kind `unavailable` when it cannot be written; what `make` throws.
    static func put<Value>(at path: String, _ make: (URL) async throws -> Value) async throws -> Value {
        let target = URL(fileURLWithPath: path)
        let part = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).part")
        try? FileManager.default.removeItem(at: part)
        do {
            let value = try await make(part)
            guard rename(part.path, target.path) == 0 else { throw failure(path, String(cString: strerror(errno))) }
            return value
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error is CocoaError ? failure(path, error.localizedDescription) : error
        }
    }

    private static func failure(_ path: String, _ reason: String) -> Refusal {
        Refusal(.unavailable, "not-written", "\(path) cannot be written: \(reason).")
    }
}
