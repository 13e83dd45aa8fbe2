import Foundation

/// A file's first bytes, which tell what it is.
public enum FileHead {
    /// Reads up to `count` bytes.
    public static func read(_ path: String, count: Int) throws(ArchiveError) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError(.unreadable, message: "The file cannot be opened.")
        }
        defer { try? handle.close() }
        do {
            return Array(try handle.read(upToCount: count) ?? Data())
        } catch {
            throw ArchiveError(.unreadable, message: "The file cannot be read.")
        }
    }
}
