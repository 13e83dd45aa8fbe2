import Foundation
import Learning

/// Reads files that people write.
enum TextFile {
    /// The whole file, at most 64 MiB.
    /// - Throws: ``Refusal`` of kind `missing` when it cannot be read, `invalid` when it is not UTF-8.
    static func read(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 64 << 20 else {
            throw Refusal(.missing, "no-such-file", "The file \(path) is not there, cannot be read, or is over 64 MiB.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Refusal(.invalid, "bad-utf8", "The file \(path) is not in UTF-8: save it as UTF-8 and try again.")
        }
        return text
    }
}
