import Archive
import Foundation
import Learning

/// Files on disk: a folder with all that is below it, or one document. Held against the same rules as an archive.
struct FolderFiles: Sendable {
    let entries: [PackagedFile]
    private let base: URL
    /// The one document, whose name on disk may be another.
    private let document: URL?
    private let limits: ArchiveLimits

    /// Bytes read at once.
    private static let chunk = 256 << 10

    init(document path: String, name: String?, limits: ArchiveLimits) throws(ArchiveError) {
        let url = URL(fileURLWithPath: path)
        base = url.deletingLastPathComponent()
        document = url
        self.limits = limits
        let shown = name.flatMap { $0.split(separator: "/").last.map(String.init) } ?? url.lastPathComponent
        entries = [PackagedFile(path: shown, size: try Self.attributes(url).size)]
    }

    /// Lists a folder. Names that begin with a dot, such as `.git`, are passed over with all that is in them.
    init(path: String, limits: ArchiveLimits) throws(ArchiveError) {
        base = URL(fileURLWithPath: path, isDirectory: true)
        document = nil
        self.limits = limits
        var found: [PackagedFile] = []
        var total = 0
        var passed = 0
        var waiting = [""]
        while let folder = waiting.popLast() {
            for name in try Self.names(in: base.appending(path: folder)).sorted() where !name.hasPrefix(".") {
                let relative = folder.isEmpty ? name : folder + "/" + name
                passed += 1
                guard passed <= limits.entries else {
                    throw ArchiveError(.tooManyEntries, message: "It has more than \(limits.entries) entries.")
                }
                _ = try ArchivePath.normalized(relative, limit: limits.nameBytes)
                let (type, size) = try Self.attributes(base.appending(path: relative))
                switch type {
                case .typeDirectory: waiting.append(relative)
                case .typeRegular:
                    total += size
                    guard size <= limits.entryBytes, total <= limits.totalBytes else {
                        throw ArchiveError(
                            .tooLarge, entry: relative,
                            message:
                                "It is larger than \(limits.totalBytes >> 20) MiB, or a file in it larger than \(limits.entryBytes >> 20) MiB."
                        )
                    }
                    found.append(PackagedFile(path: relative, size: size))
                default:
                    throw ArchiveError(
                        .notAFile, entry: relative, message: "“\(relative)” is a link or a device, not a file.")
                }
            }
        }
        guard !found.isEmpty else { throw ArchiveError(.empty, message: "There is no file in the folder.") }
        entries = found
    }

    func read(_ path: String, _ body: (Span<UInt8>) throws -> Bool) throws {
        guard let handle = FileHandle(forReadingAtPath: (document ?? base.appending(path: path)).path) else {
            throw ArchiveError(.unreadable, entry: path, message: "The file “\(path)” cannot be opened.")
        }
        defer { try? handle.close() }
        var unread = limits.entryBytes
        while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
            unread -= data.count
            guard unread >= 0 else {
                throw ArchiveError(.tooLarge, entry: path, message: "The file “\(path)” grew while it was read.")
            }
            if try !body([UInt8](data).span) { return }
        }
    }

    private static func names(in folder: URL) throws(ArchiveError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw ArchiveError(.unreadable, message: "The folder “\(folder.lastPathComponent)” cannot be listed.")
        }
    }

    private static func attributes(_ url: URL) throws(ArchiveError) -> (type: FileAttributeType?, size: Int) {
        do {
            let found = try FileManager.default.attributesOfItem(atPath: url.path)
            return (found[.type] as? FileAttributeType, (found[.size] as? NSNumber)?.intValue ?? 0)
        } catch {
            throw ArchiveError(.unreadable, message: "“\(url.lastPathComponent)” cannot be looked at.")
        }
    }
}
