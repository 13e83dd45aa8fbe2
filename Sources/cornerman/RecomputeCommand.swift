import ArgumentParser
import Campus
import Foundation
import Store

/// `cornerman recompute`
struct RecomputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute",
        abstract: "Make progress, scores and counters anew from the events.",
        discussion: """
            What is stored equals what the events say; this proves it, or mends it after a fault. Events are never changed. \
            A server may go on beside it.
            """)

    @OptionGroup var options: DataOptions

    @Flag(help: "Print one JSON object: enrollments, and how many rows of each kind were changed.")
    var json = false

    private struct Line: Encodable {
        let enrollments: Int
        let progress: Int
        let modules: Int
        let totals: Int
        let attempts: Int
        let counters: Int
    }

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            let isShown = ProgressBar.isTerminal && !json
            let result = try await campus.recompute { done in
                if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K\(done) enrollments …".utf8)) }
            }
            if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            let differences = result.differences
            if json {
                let line = Line(
                    enrollments: result.enrollments, progress: differences.progress, modules: differences.modules,
                    totals: differences.enrollments, attempts: differences.attempts,
                    counters: differences.counters)
                print(try JSONLine.make(line))
            } else if differences.total == 0 {
                print("\(result.enrollments) enrollments: everything was as the events say.")
            } else {
                print("\(result.enrollments) enrollments: \(differences.total) rows were mended.")
            }
        }
    }
}
