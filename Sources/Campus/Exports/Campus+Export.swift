import CoursePackage
import Dispatch
import Foundation
public import Learning
import Persistence
import Store

/// Courses given back as the packages that they came in.
extension Campus {
    private static let exportQueue = DispatchQueue(label: "cornerman.export", qos: .utility)

    /// The package of a version as a zip: the very files that were imported, so that importing it again changes nothing.
    ///
    /// - Parameter version: the current one unless said otherwise.
    /// - Throws: ``Refusal`` of kind `forbidden` for whoever is no trainer, as there are keys of quizzes in it; `missing`;
    ///   `conflict` when not all of its files are here; `unavailable` when it cannot be written.
    public func exportPackage(
        of course: Identifier<Course>, version: Identifier<CourseVersion>? = nil, by access: Access
    ) async throws -> ExportedPackage {
        let (found, key, files) = try await read(access) { connection, caller in
            guard caller.isTrainer else { throw Refusal.forbidden("Packages are given out to trainers.") }
            guard let course = try CourseStore.find(course, connection) else { throw Refusal.missing("course") }
            guard let found = try CourseVersionStore.find(version ?? course.versionID, connection),
                found.courseID == course.id
            else { throw Refusal.missing("version") }
            return (found, course.key, try VersionFileStore.all(of: found.id, connection))
        }
        guard ContentDigest(of: files).hexadecimal() == found.digest else {
            throw Refusal(
                .conflict, "package-not-whole",
                "This version came before whole packages were kept. Import the same package once more: nothing changes, "
                    + "and it can be given out from then on.")
        }
        let folder = incoming.appendingPathComponent("export-\(makeID())")
        do {
            return try await retrying {
                try await offPool(on: Self.exportQueue) { [blobs] in
                    try Self.write(files, of: found, named: key, in: folder, blobs)
                }
            }
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    /// The id of a course by what people call it: its key or its id.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func course(named name: String, by access: Access) async throws -> Identifier<Course> {
        try await read(access) { connection, caller in
            let found = try Identifier<Course>(name).flatMap { try CourseStore.find($0, connection) }
            guard let course = try found ?? CourseStore.find(key: name, connection),
                try CourseStore.summary(course.id, CourseSight(caller), connection) != nil
            else { throw Refusal.missing("course") }
            return course.id
        }
    }

    private static func write(
        _ files: [StoredFile], of version: CourseVersion, named key: String, in folder: URL, _ blobs: any BlobStore
    ) throws -> ExportedPackage {
        let url = folder.appendingPathComponent("package.zip")
        var entries: [String: PackageWriter.Content] = [:]
        for file in files {
            guard try blobs.size(of: file.digest) == file.size else {
                throw Refusal(
                    .conflict, "file-gone",
                    "The file “\(file.path)” is gone or damaged here: import the package once more to bring it back.")
            }
            entries[file.path] = .lent(size: file.size) { try blobs.read(file.digest, in: $0) }
        }
        guard entries.count == files.count else {
            throw Refusal(.conflict, "same-names", "Two files of the package have the same name: no zip can hold both.")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try PackageWriter.write(entries, to: url.path)
            let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
            return ExportedPackage(version: version, name: name(key, version), size: size, url: url)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.unavailable, "a package cannot be written: \(error)")
        }
    }

    /// The course's key and the version's label, of what a file name may hold everywhere.
    private static func name(_ key: String, _ version: CourseVersion) -> String {
        let whole = key + "-" + (version.label.isEmpty ? "\(version.number)" : version.label)
        let safe = whole.unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)))
                || "._-".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        return String(safe.prefix(100)) + ".zip"
    }
}
