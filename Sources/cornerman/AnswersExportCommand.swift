import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman answers export`
struct AnswersExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all published answers into a file.",
        discussion: """
            Taken in again, the file changes nothing. A Moodle glossary holds question, text, other phrasings, tags, key \
            and course alone.
            """)

    @Option(help: "The format.")
    var format = AnswerFormat.csv

    @OptionGroup var options: DataOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file that is written; one that is there is replaced. Printed otherwise.", valueName: "file"))
    var output: String?

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            if let output {
                let count = try await WholeFile.write(to: output) { file in
                    try await write(campus) { try file.write(contentsOf: Data($0.utf8)) }
                }
                print("\(output): \(counted(count, "answer", "answers")).")
            } else {
                _ = try await write(campus) { print($0, terminator: "") }
            }
        }
    }

    /// - Returns: how many there are.
    private func write(_ campus: Campus, _ take: (String) throws -> Void) async throws -> Int {
        var file = AnswerWriter(format)
        try take(file.header)
        var count = 0
        var last: Identifier<Answer>?
        repeat {
            let lines = try await campus.answerLines(after: last, limit: 500, .operator)
            try take(lines.map { file.write($0.line) }.joined())
            count += lines.count
            last = lines.last?.id
        } while last != nil
        try take(file.footer)
        return count
    }
}
