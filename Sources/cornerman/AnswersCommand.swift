import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman answers`
struct AnswersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Bring answers into the knowledge base.", subcommands: [ImportTable.self])

    /// `cornerman answers import`
    struct ImportTable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Take in a table of answers (CSV).",
            discussion: """
                The first line names the columns: \(AnswerRow.columns.joined(separator: ", ")). Several values in one \
                field are separated by |. A row with a known key changes that answer; the same table twice changes \
                nothing. Exits with 65 when a row was refused; the others are taken all the same.
                """)

        @Argument(help: "The file, in UTF-8.")
        var file: String

        @OptionGroup var options: DataOptions

        @Flag(help: "Print one JSON object a line for each row.")
        var json = false

        func run() async throws {
            try await CommandFailure.catching {
                let text = try TextFile.read(file)
                let campus = try await options.campus(.making)
                let results = try await campus.importAnswers(csv: text, .operator)
                for result in results { try show(result) }
                let counts = Dictionary(grouping: results, by: \.word).mapValues(\.count)
                if !json {
                    print(
                        ["created", "updated", "unchanged", "refused"].map { "\(counts[$0] ?? 0) \($0)" }
                            .joined(separator: ", "))
                }
                if (counts["refused"] ?? 0) > 0 { throw ExitCode(65) }
            }
        }

        private func show(_ result: AnswerRowResult) throws {
            var detail: Refusal.Detail?
            if case .refused(let refused) = result.outcome { detail = refused }
            if json {
                let line = Line(line: result.line, key: result.key, result: result.word, error: detail)
                print(try JSONLine.make(line))
            } else if let detail {
                let field = detail.pointer.isEmpty ? "" : " \(detail.pointer.dropFirst())"
                print("\(file):\(result.line):\(field) \(detail.message)")
            }
        }

        private struct Line: Encodable {
            let line: Int
            let key: String?
            let result: String
            let error: Refusal.Detail?
        }
    }
}
