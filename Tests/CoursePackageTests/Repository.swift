import Foundation

/// Places in the repository, and folders that go away.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func path(_ relative: String) -> String { root.appending(path: relative).path }

    /// The folder of material that is shared between projects: `CORNERMAN_SHARED`, else `../shared`.
    static let shared: URL = {
        if let told = ProcessInfo.processInfo.environment["CORNERMAN_SHARED"], !told.isEmpty {
            return URL(fileURLWithPath: told, isDirectory: true)
        }
        return root.deletingLastPathComponent().appending(path: "shared")
    }()

    static var hasCorpus: Bool {
        FileManager.default.fileExists(atPath: shared.appending(path: "corpus/oracle.py").path)
    }
}

/// A folder for a test's files.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "package-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes files below the folder `name`, or one file, and returns its path.
    @discardableResult
    func write(_ files: [String: [UInt8]], folder: String = "package") throws -> String {
        for (name, bytes) in files {
            let file = url.appending(path: folder).appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return path(folder)
    }

    func write(_ text: String, to name: String = "curriculum.xml") throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        return path(name)
    }
}

/// Runs a program and returns what it prints.
func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
        process.terminationStatus, String(decoding: said, as: UTF8.self), String(decoding: complained, as: UTF8.self)
    )
}
