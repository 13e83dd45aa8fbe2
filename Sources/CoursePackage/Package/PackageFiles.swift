public import Archive
import Foundation
public import Learning

/// The files of a package, whatever it arrived as: a lone XML document, a folder, a zip or a tar.
///
/// It holds names and sizes, never contents; those are lent in pieces. It blocks its thread while it reads.
public struct PackageFiles: Sendable {
    /// What the package arrived as.
    public enum Container: String, Sendable, Codable {
        case document, folder, zip, tar
    }

    private enum Storage: Sendable {
        case folder(FolderFiles)
        case archive(ArchiveIndex)
    }

    public let container: Container
    /// The files below the root, sorted by path, leftovers of operating systems left out.
    public let files: [PackagedFile]
    /// Names that several entries of the archive have; the last of them counts.
    public let duplicates: [String]
    /// How many leftovers of operating systems (`__MACOSX`, `.DS_Store`, …) were left out.
    public let leftovers: Int
    /// Names that are in the zip's own code page, or in a tar's Latin-1, for want of a declaration.
    public let legacyNames: [String]
    /// What stands before every path in the container: empty, or the single top folder with its `/`.
    public let root: String

    /// Where a lone document would stand in a package of its format, whatever people call its file; nil in every other
    /// container.
    var documentPath: String?

    private let storage: Storage
    /// The files by their paths. Two spellings of one name (an “é” of one character or of two) are one key, as a
    /// manifest may be written on another system than the zip.
    private let byPath: [String: PackagedFile]
    /// Paths by their lower case, and every folder that has something in it.
    private let folded: [String: String]
    private let folders: Set<Substring>

    /// Opens what lies at `path` and lists it.
    ///
    /// - Parameter name: What a lone document is called, where its name on disk is not the one that people know.
    public init(path: String, name: String? = nil, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ArchiveError(.unreadable, message: "There is nothing at this path.")
        }
        if isFolder.boolValue {
            let folder = try FolderFiles(path: path, limits: limits)
            self.init(container: .folder, storage: .folder(folder), entries: folder.entries)
        } else if try FileHead.looksLikeXML(FileHead.read(path, count: ArchiveKind.headBytes)) {
            let document = try FolderFiles(document: path, name: name, limits: limits)
            self.init(container: .document, storage: .folder(document), entries: document.entries)
        } else {
            let index = try ArchiveIndex(path: path, limits: limits)
            self.init(
                container: index.kind == .zip ? .zip : .tar, storage: .archive(index),
                entries: index.entries.map { PackagedFile(path: $0.path, size: $0.size) },
                duplicates: index.duplicates,
                legacyNames: index.entries.filter { $0.nameCharset != .utf8 }.map(\.path))
            if files.isEmpty {
                throw ArchiveError(.empty, message: "There is no file in the archive.")
            }
        }
    }

    private init(
        container: Container, storage: Storage, entries: [PackagedFile], duplicates: [String] = [],
        legacyNames: [String] = [], root: String = "", leftovers: Int = 0
    ) {
        let kept = entries.filter { !Self.isLeftover($0.path) && $0.path.hasPrefix(root) }.map {
            PackagedFile(path: String($0.path.dropFirst(root.count)), size: $0.size)
        }
        self.container = container
        self.storage = storage
        self.duplicates = duplicates
        self.legacyNames = legacyNames
        self.root = root
        self.leftovers = leftovers + entries.count(where: { Self.isLeftover($0.path) })
        files = kept.sorted { $0.path < $1.path }
        byPath = Dictionary(kept.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        folded = Dictionary(kept.map { ($0.path.lowercased(), $0.path) }, uniquingKeysWith: { $1 })
        var folders: Set<Substring> = []
        for file in kept {
            var folder = file.path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if !folders.insert(folder).inserted { break }
            }
        }
        self.folders = folders
    }

    /// The same package seen from a folder in it.
    func rooted(at folder: String) -> PackageFiles {
        PackageFiles(
            container: container, storage: storage, entries: files, duplicates: duplicates, legacyNames: legacyNames,
            root: folder + "/", leftovers: leftovers)
    }

    /// The path by which a file counts in the digest of the content.
    public func contentPath(of file: PackagedFile) -> String { documentPath ?? file.path }

    /// Whether there is a file with exactly this path.
    public func has(_ path: String) -> Bool { byPath[path] != nil }

    /// The path as it is spelled in the package.
    func spelled(_ path: String) -> String { byPath[path]?.path ?? path }

    /// Whether there is a file below this path.
    func hasFolder(_ path: String) -> Bool { folders.contains(path[...]) }

    /// The file whose path differs from this one in the case of letters alone.
    func differingInCase(from path: String) -> String? { folded[path.lowercased()] }

    /// Lends the bytes of one file to `body` in pieces, until it returns false.
    ///
    /// - Throws: `ArchiveError`, or what `body` throws.
    public func read(_ path: String, _ body: (Span<UInt8>) throws -> Bool) throws {
        switch storage {
        case .folder(let folder): try folder.read(root + path, body)
        case .archive(let index):
            guard let entry = index.entries.first(where: { $0.path == root + path }) else {
                throw ArchiveError(.unreadable, entry: path, message: "There is no file “\(path)” in the package.")
            }
            try index.read(entry, body)
        }
    }

    /// Goes through all files once, in the order that is quickest, and lends each one's bytes to whoever calls `read`
    /// while it is its turn. What is not read is passed over.
    ///
    /// - Throws: `ArchiveError`, or what `body` throws.
    public func forEachFile(
        _ body: (PackagedFile, _ read: ((Span<UInt8>) throws -> Bool) throws -> Void) throws -> Void
    ) throws {
        switch storage {
        case .folder(let folder):
            for file in files {
                try body(file) { piece in try folder.read(root + file.path, piece) }
            }
        case .archive(let index):
            try index.forEachEntry { entry, read in
                guard entry.path.hasPrefix(root) else { return }
                let path = String(entry.path.dropFirst(root.count))
                guard let file = byPath[path] else { return }
                try withoutActuallyEscaping(read) { read in
                    try body(file, read)
                }
            }
        }
    }

    private static func isLeftover(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return path.hasPrefix("__MACOSX/") || path.contains("/__MACOSX/") || name.hasPrefix("._")
            || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name)
    }
}
