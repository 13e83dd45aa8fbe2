public import Foundation

/// The program itself, run as a person runs it. It lies beside the tests.
public struct Program: Sendable {
    /// What a run left.
    public struct Run: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String

        public var lines: [Substring] { output.split(separator: "\n") }
    }

    private let data: URL

    /// - Parameter data: the folder of data, which it gets from the environment.
    public init(data: URL) { self.data = data }

    /// A command that is not started yet.
    public func process(_ arguments: [String]) -> Process {
        let process = Process()
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("cornerman")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["CORNERMAN_DATA": data.path]) { $1 }
        return process
    }

    /// Runs a command to its end.
    /// - Parameter input: what it reads from standard input.
    public func callAsFunction(_ arguments: String..., input: String = "") throws -> Run {
        try self(arguments, input: input)
    }

    /// Runs a command to its end.
    public func callAsFunction(_ arguments: [String], input: String = "") throws -> Run {
        let process = process(arguments)
        let (given, said, complained) = (Pipe(), Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = said
        process.standardError = complained
        try process.run()
        try given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try given.fileHandleForWriting.close()
        let output = said.fileHandleForReading.readDataToEndOfFile()
        let errors = complained.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}
