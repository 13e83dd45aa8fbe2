public import Foundation

/// A command that runs on while a test talks with it. It is ended after two minutes, so that no test waits for ever.
public final class RunningProgram {
    public let process: Process
    private let output = Pipe()
    private let deadline: DispatchWorkItem

    /// Starts `cornerman` with these arguments; what it complains of is thrown away.
    public init(_ program: Program, _ arguments: [String]) throws {
        process = program.process(arguments)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        deadline = DispatchWorkItem { [id = process.processIdentifier] in kill(id, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: deadline)
    }

    /// What it printed by the time that `text` was among it; everything, when it ended without.
    public func output(until text: String) -> String {
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains(text) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said.append(more)
        }
        return String(decoding: said, as: UTF8.self)
    }

    /// Asks it to stop and waits until it did.
    public func end() {
        process.terminate()
        process.waitUntilExit()
        deadline.cancel()
    }
}
