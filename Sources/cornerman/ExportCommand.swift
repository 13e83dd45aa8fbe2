import ArgumentParser
import Campus
import Foundation
import Learning
import Logging

/// `cornerman export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a course's package: the files that were imported, as a zip.",
        discussion: """
            The course is named by its key (the id in its curriculum) or by its id here. Importing the zip again changes \
            nothing; elsewhere it becomes the same course. What people changed here since (answers that they edited) is not \
            in it. The keys of quizzes are: keep it from learners.

            It ends with 65 when not all of the package's files are here.
            """)

    @Argument(help: "The course's key or id.")
    var course: String

    @OptionGroup var options: DataOptions

    @Option(help: "Another version than the current one, by its id.")
    var version: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file that is written; one that is there is replaced.", valueName: "file"))
    var output: String

    func run() async throws {
        try await CommandFailure.catching {
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let campus = try await options.campus(.existing, logger: logger)
            let id = try await campus.course(named: course, by: .operator)
            var version: Identifier<CourseVersion>?
            if let text = self.version {
                guard let known = Identifier<CourseVersion>(text) else { throw Refusal.missing("version") }
                version = known
            }
            let package = try await campus.exportPackage(of: id, version: version, by: .operator)
            try await WholeFile.put(at: output) { try FileManager.default.copyItem(at: package.url, to: $0) }
            print("\(output): \(package.version.title), \(package.size) bytes.")
        }
    }
}
