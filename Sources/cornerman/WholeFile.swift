import Foundation
import Learning

/// Writes a file that is there as a whole or not at all.
enum WholeFile {
    /// Writes beside the target first, so that a disk that is full leaves what was there.
    /// - Throws: ``Refusal`` of kind `unavailable` when it cannot be written; what `body` throws.
    static func write<Value>(to path: String, _ body: (FileHandle) async throws -> Value) async throws -> Value {
        let target = URL(fileURLWithPath: path)
        let part = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).part")
        func failure(_ reason: String) -> Refusal {
            Refusal(.unavailable, "not-written", "\(path) cannot be written: \(reason).")
        }
        guard FileManager.default.createFile(atPath: part.path, contents: nil),
            let file = FileHandle(forWritingAtPath: part.path)
        else { throw failure(String(cString: strerror(errno))) }
        do {
            let value = try await body(file)
            try file.close()
            guard rename(part.path, target.path) == 0 else { throw failure(String(cString: strerror(errno))) }
            return value
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error is CocoaError ? failure(error.localizedDescription) : error
        }
    }
}
