import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman answers import`
struct AnswersImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a file of answers: CSV, JSON, XML or a Moodle glossary.",
        discussion: """
            The format is told by the end of the file's name. The first line of a CSV names the columns: \
            \(AnswerRow.columns.joined(separator: ", ")); several values in one field are separated by |. JSON is \
            {"answers": […]} with fields of these names, XML an <answers> as a curriculum has it, or what Moodle's glossary \
            exports. An answer with a known key is changed; the same file twice changes nothing. Exits with 65 when an \
            answer was refused; the others are taken all the same.
            """)

    @Argument(help: "The file: .csv, .json or .xml.")
    var file: String

    @Option(help: "The format, where the name does not tell it.")
    var format: AnswerFormat?

    @OptionGroup var options: DataOptions

    @Flag(help: "Print one JSON object a line for each answer.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let bytes = try TextFile.bytes(file)
            let campus = try await options.campus(.making)
            let format = try known()
            let results = try await placed { try await campus.importAnswers(bytes, as: format, .operator) }
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

    /// Says in which line of the file is what makes it none of answers.
    private func placed<Value>(_ read: () async throws -> Value) async throws -> Value {
        do {
            return try await read()
        } catch var refusal as Refusal {
            if refusal.details.count == 1, let line = refusal.details[0].line {
                let column = refusal.details[0].column.map { "\($0):" } ?? ""
                refusal = Refusal(
                    refusal.kind, refusal.code, "\(file):\(line):\(column) \(refusal.message)", details: refusal.details
                )
            }
            throw refusal
        }
    }

    /// A file of another name was always a table.
    private func known() throws -> AnswerFormat {
        if let format { return format }
        return switch URL(fileURLWithPath: file).pathExtension.lowercased() {
        case "json": .json
        case "xml": .xml
        default: .csv
        }
    }

    private func show(_ result: AnswerRowResult) throws {
        var detail: Refusal.Detail?
        if case .refused(let refused) = result.outcome { detail = refused }
        if json {
            let line = Line(
                line: result.position.line, column: result.position.column,
                pointer: result.pointer.isEmpty ? nil : result.pointer, key: result.key, result: result.word,
                error: detail, warnings: result.warnings)
            return print(try JSONLine.make(line))
        }
        if let detail { show(detail, of: result, "") }
        for warning in result.warnings { show(warning, of: result, "warning: ") }
    }

    private func show(_ detail: Refusal.Detail, of result: AnswerRowResult, _ kind: String) {
        let field = detail.pointer.dropFirst(result.pointer.count).dropFirst()
        let place = "\(file):\(detail.line ?? result.position.line):\(detail.column.map { "\($0):" } ?? "")"
        print("\(place) \(kind)\(field.isEmpty ? "" : "\(field) ")\(detail.message)")
    }

    private struct Line: Encodable {
        let line: Int
        let column: Int
        let pointer: String?
        let key: String?
        let result: String
        let error: Refusal.Detail?
        let warnings: [Refusal.Detail]
    }
}
