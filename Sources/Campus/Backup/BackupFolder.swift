public import Foundation
import Learning
import Persistence
import Store

/// A backup as it lies in a folder, with its manifest read.
public struct BackupFolder: Sendable {
    let url: URL
    public let manifest: BackupManifest

    /// Reads the manifest.
    /// - Throws: ``Refusal`` when this is no backup, a damaged one, or one of a newer cornerman.
    public init(_ url: URL) throws {
        self.url = url
        let file = url.appendingPathComponent(BackupManifest.fileName)
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Refusal(
                .missing, "no-backup",
                "\(url.path) is no backup: it has no \(BackupManifest.fileName) that can be read. Name a folder that "
                    + "cornerman backup has made.")
        }
        guard let header = try? JSONDecoder().decode(Header.self, from: data), header.format == BackupManifest.name
        else { throw Self.damaged(file) }
        guard header.formatVersion <= BackupManifest.newest, header.schema <= Migrations.all.count else {
            throw Refusal(
                .conflict, "newer-backup",
                "\(url.path) was made by cornerman \(header.program), which is newer than this one: use a newer cornerman."
            )
        }
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data), manifest.isSound else {
            throw Self.damaged(file)
        }
        self.manifest = manifest
    }

    /// What every version of the format has.
    private struct Header: Decodable {
        let format: String
        let formatVersion: Int
        let schema: Int
        let program: String

        enum CodingKeys: String, CodingKey {
            case format, schema, program
            case formatVersion = "format_version"
        }
    }

    private static func damaged(_ file: URL) -> Refusal {
        Refusal(
            .invalid, "backup-damaged",
            "\(file.path) is damaged or not a backup's manifest. Take another backup, or another copy of this one.")
    }

    /// Copies every file and holds it to its digest on the way.
    /// - Throws: ``Refusal`` of kind `invalid` that names every file that is gone or changed.
    func copy(
        to folder: FolderInMaking, progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) throws {
        let total = manifest.size
        var wrong: [Refusal.Detail] = []
        var done = 0
        for file in manifest.files {
            if let what = try fault(of: file, copyingTo: folder) {
                wrong.append(.init(pointer: file.path, code: "backup-damaged", message: what))
            }
            done += file.size
            progress(done, total)
        }
        guard let first = wrong.first else { return }
        let count = wrong.count == 1 ? "1 file" : "\(wrong.count) files"
        let names = wrong.count == 1 ? ": \(first.pointer) \(first.message)" : "."
        throw Refusal(
            .invalid, "backup-damaged",
            "The backup \(url.path) is damaged in \(count)\(names)\(names.hasSuffix(".") ? "" : ".") Nothing was restored. "
                + "Copy the backup again from where you keep it, or take another one.",
            details: wrong)
    }

    /// What is wrong with a file, as the end of a sentence that begins with its name; nil when it was copied well.
    private func fault(of file: BackupManifest.File, copyingTo folder: FolderInMaking) throws -> String? {
        let source = url.appendingPathComponent(file.path)
        var status = stat()
        guard lstat(source.path, &status) == 0 else { return "is not there" }
        guard status.st_mode & S_IFMT == S_IFREG else { return "is not a file" }
        guard status.st_size == file.size else {
            return "has \(status.st_size) bytes instead of \(file.size)"
        }
        guard let next = try? FileDigest.parts(of: source) else { return "cannot be read" }
        let written = try folder.write(file.path, next: next)
        return written.sha256 == file.sha256 ? nil : "is not what was backed up (SHA-256)"
    }
}
