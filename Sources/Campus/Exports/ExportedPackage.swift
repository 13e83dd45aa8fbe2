public import Foundation
public import Learning

/// A version's package as one zip on disk. The file goes when nobody holds this any more.
public final class ExportedPackage: Sendable {
    public let version: CourseVersion
    /// What people may call it.
    public let name: String
    /// Bytes.
    public let size: Int
    public let url: URL

    init(version: CourseVersion, name: String, size: Int, url: URL) {
        self.version = version
        self.name = name
        self.size = size
        self.url = url
    }

    deinit {
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }

    /// Some of its bytes; blocks.
    public func read(_ range: Range<Int>) throws -> Data {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(range.lowerBound))
        return try handle.read(upToCount: range.count) ?? Data()
    }
}
