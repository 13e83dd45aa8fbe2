import Foundation
import Learning

/// Reads files that people write.
enum TextFile {
    /// The whole file, at most 64 MiB.
    /// - Throws: ``Refusal`` of kind `missing` when it cannot be read.
    static func bytes(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 64 << 20 else {
            throw Refusal(.missing, "no-such-file", "The file \(path) is not there, cannot be read, or is over 64 MiB.")
        }
        return data
    }

    /// The text of the whole file, at most 64 MiB.
    /// - Throws: ``Refusal`` of kind `missing` when it cannot be read, `invalid` when it is not UTF-8.
    static func read(_ path: String) throws -> String {
        let data = try bytes(path)
        do {
            return try UTF8Text.decode(data)
        } catch {
            throw Refusal(.invalid, error.code, "\(path): \(error.message)")
        }
    }
}
