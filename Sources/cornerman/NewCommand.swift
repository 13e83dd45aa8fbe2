import ArgumentParser
import CoursePackage
import Foundation

/// `cornerman new`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a starter course into a new folder, to be changed into one of your own.",
        discussion: """
            The starter is complete: a kickoff, training on several dates, practice with a witness, coaching, pulses \
            and an answer. What stands in [brackets] is yours to write. The folder's name becomes the course's id.
            """)

    @Argument(help: ArgumentHelp("The folder: new, or empty.", valueName: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Who keeps its answers right: an e-mail address or a personnel number.", valueName: "person"))
    var owner = "you@example.com"

    func run() throws {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            for path in try Starter.write(to: url, owner: owner) {
                print("\(folder.hasSuffix("/") ? folder : folder + "/")\(path)")
            }
            print("\nChange what stands in [brackets], then look at it: cornerman inspect \(folder)")
        } catch StarterError.notEmpty {
            try Self.fail("There is something in “\(folder)” already. Name a new folder.", code: 73)
        } catch {
            try Self.fail("“\(folder)” cannot be written: \(error.localizedDescription)", code: 73)
        }
    }

    /// Says why on standard error and ends with a code of sysexits: 73, a file cannot be made.
    private static func fail(_ message: String, code: Int32) throws {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        throw ExitCode(code)
    }
}
