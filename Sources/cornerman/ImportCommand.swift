import ArgumentParser
import Campus
import CoursePackage
import Foundation
import Learning
import Logging

/// `cornerman import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import packages: each becomes a course, or the next version of one.",
        discussion: """
            Give it a curriculum.xml, a folder or a zip, or several of them. Each is imported whole or not at all; the \
            same content twice changes nothing. People under way stay on the version that they are on. A server may run \
            on the same data meanwhile.

            It ends with 0 when all of them were imported, with 65 when any was refused, with 69 when the data could not \
            be written.
            """)

    @Argument(help: ArgumentHelp("Packages: files or folders.", valueName: "path"))
    var paths: [String]

    @OptionGroup var options: DataOptions

    @Flag(help: "Refuse what has warnings, too.")
    var strict = false

    @Flag(help: "Publish nothing: say what each package would change of the course that is there.")
    var look = false

    @Flag(help: "Print one JSON object a line for each package, in the order given.")
    var json = false

    func run() async throws {
        var isRefused = false
        try await CommandFailure.catching {
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let campus = try await options.campus(.making, logger: logger)
            for path in paths {
                let report = try await report(on: path, campus)
                isRefused = isRefused || report.result == .refused
                if json {
                    print(try ImportJSON(path: path, report: report).line())
                } else {
                    print(
                        PackageReport(path: path, reading: report.reading).text + Self.outcome(of: report)
                            + ChangesText.make(report.changes))
                }
            }
        }
        if isRefused { throw ExitCode(65) }
    }

    private func report(on path: String, _ campus: Campus) async throws -> ImportReport {
        let bar = ProgressBar(path: path, isShown: !json && ProgressBar.isTerminal)
        defer { bar.clear() }
        return try await campus.importCourse(
            URL(fileURLWithPath: path), strict: strict, isLook: look, by: .operator, progress: bar.show)
    }

    private static func outcome(of report: ImportReport) -> String {
        let place = "\(report.course.map { "\($0)" } ?? "") \(report.version.map { "\($0)" } ?? "")"
        return switch report.result {
        case .created: "  Imported: \(place)\n"
        case .unchanged: "  Known already, nothing changed: \(place)\n"
        case .held:
            report.comparedWith.map { "  Nothing was published. Compared with \($0):\n" }
                ?? "  Nothing was published. The course is new.\n"
        case .refused, .failed: "  Nothing was imported.\n"
        }
    }
}
