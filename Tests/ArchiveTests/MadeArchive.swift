import Foundation

/// Archives made by Python's own writers, which share no code with what is tested, in a folder that goes away.
final class MadeArchive {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "archive-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a Python script that has `path` to write to, and the modules one needs for that.
    func make(_ name: String, _ script: String) throws -> String {
        let path = folder.appending(path: name).path
        let head =
            "import io, stat, struct, sys, tarfile, warnings, zipfile\nwarnings.simplefilter('ignore')\npath = sys.argv[1]\n"
        _ = try Self.run("/usr/bin/env", ["python3", "-c", head + script, path])
        return path
    }

    /// A zip of these entries, in this order.
    func zip(_ entries: [(name: String, text: String)], name: String = "made.zip") throws -> String {
        let writes = entries.map { "z.writestr(zipfile.ZipInfo(\(quoted($0.name))), \(quoted($0.text)))" }
        return try make(name, "z = zipfile.ZipFile(path, 'w')\n" + writes.joined(separator: "\n") + "\nz.close()")
    }

    private func quoted(_ text: String) -> String {
        "'"
            + text.unicodeScalars.map { "\\U" + String(UInt64($0.value) + 0x1_0000_0000, radix: 16).dropFirst() }
            .joined() + "'"
    }

    @discardableResult
    static func run(_ tool: String, _ arguments: [String], environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ToolFailed(arguments: arguments) }
        return String(decoding: data, as: UTF8.self)
    }

    struct ToolFailed: Error {
        var arguments: [String]
    }
}
