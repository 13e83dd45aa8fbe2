public import Foundation

/// A course to begin with: complete, short, and written to be changed.
public struct Starter: Sendable {
    /// The id that the course gets.
    public let key: String
    /// The texts of its files, by path.
    public let files: [String: String]

    /// - Parameters:
    ///   - title: The course's; its id is made of it.
    ///   - owner: E-mail or personnel number of who keeps its answers right.
    public init(title: String, owner: String) {
        let words = title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
        self.init(key: CurriculumKey.mended(words), title: title, owner: owner)
    }

    init(key: String, title: String, owner: String) {
        self.key = key
        files = [
            "curriculum.xml": StarterCurriculum.text(key: key, title: title, owner: owner),
            "files/question-card.md": StarterCurriculum.card,
        ]
    }

    /// What a zip of it may be called everywhere.
    public var fileName: String {
        let safe = key.unicodeScalars.map { $0.isASCII ? Character($0) : "-" }
        let name = String(safe.prefix(100)).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
        return (name.isEmpty ? "course" : name) + ".zip"
    }

    /// Writes the starter into a folder that does not exist yet, or is empty. The course is named after the folder.
    ///
    /// - Throws: `StarterError` when there is something in the folder; what the file system says otherwise.
    /// - Returns: The paths that were written, relative to the folder.
    @discardableResult
    public static func write(to folder: URL, owner: String = "you@example.com") throws -> [String] {
        let manager = FileManager.default
        if manager.fileExists(atPath: folder.path) {
            guard try manager.contentsOfDirectory(atPath: folder.path).isEmpty else { throw StarterError.notEmpty }
        }
        let name = folder.standardizedFileURL.lastPathComponent
        let key = CurriculumKey.mended(name.lowercased().replacing(" ", with: "-"))
        let words = name.replacing("-", with: " ").replacing("_", with: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        let files = Starter(key: key, title: title, owner: owner).files
        for (path, text) in files {
            let file = folder.appending(path: path)
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return files.keys.sorted()
    }
}

/// Why no starter was written.
public enum StarterError: Error, Sendable {
    /// There is something in the folder, which would be lost.
    case notEmpty
}
