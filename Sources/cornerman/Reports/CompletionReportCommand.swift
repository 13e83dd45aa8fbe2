import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman report completion`
struct CompletionReportCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "How far people are, by course, module, team or person.",
        discussion: """
            Counts people who are here; a team is everybody below a manager, at every depth. --json is one document, the \
            same as GET /v1/reports/completion answers.
            """)

    @Option(help: ArgumentHelp("Only this course.", valueName: "key"))
    var course: String?

    @Option(
        help: ArgumentHelp(
            "Only people below this manager: an id, an external id or an e-mail.", valueName: "person"))
    var team: String?

    @Option(help: "What a row is about.")
    var by = CompletionGrouping.course

    @Option(help: "How it is printed.")
    var format = Format.table

    @Flag(help: "The same as --format csv.")
    var csv = false

    @Flag(help: "The same as --format json.")
    var json = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        let wanted = (csv ? [Format.csv] : []) + (json ? [.json] : []) + (format == .table ? [] : [format])
        guard Set(wanted).count <= 1 else { throw ValidationError("Choose one of --csv, --json and --format.") }
    }

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            var request = CompletionRequest(by: by)
            if let course { request.course = try await campus.course(keyed: course, .operator) }
            if let team { request.team = try await campus.person(named: team, .operator) }
            switch csv ? .csv : json ? .json : format {
            case .table: try await table(request, campus)
            case .csv: try await csv(request, campus)
            case .json: try await json(request, campus)
            }
        }
    }

    private func csv(_ request: CompletionRequest, _ campus: Campus) async throws {
        let table = CompletionTable(by)
        print(table.header, terminator: "")
        try await forEach(request, campus) { print(table.line($0), terminator: "") }
    }

    private func json(_ request: CompletionRequest, _ campus: Campus) async throws {
        var separator = ""
        print("{\"rows\":[", terminator: "")
        try await forEach(request, campus) { row in
            print(separator + (try JSONLine.make(row)), terminator: "")
            separator = ","
        }
        print("]}")
    }

    private func table(_ request: CompletionRequest, _ campus: Campus) async throws {
        let columns = CompletionColumns(by)
        var isEmpty = true
        try await forEach(request, campus) { row in
            if isEmpty { print(columns.header) }
            isEmpty = false
            print(columns.line(row))
        }
        if isEmpty { print("Nobody who is counted here is enrolled in a course.") }
    }

    private func forEach(
        _ request: CompletionRequest, _ campus: Campus, _ body: (CompletionRow) throws -> Void
    ) async throws {
        var place: CompletionPage.Place?
        repeat {
            let part = try await campus.completion(request, after: place, .operator)
            for row in part.rows { try body(row) }
            place = part.next
        } while place != nil
    }
}
