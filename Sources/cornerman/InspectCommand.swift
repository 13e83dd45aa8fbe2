import ArgumentParser
import CoursePackage
import Foundation

/// `cornerman inspect`
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Look into packages and say what would be imported. Changes nothing.",
        discussion: """
            Give it a curriculum.xml, a folder or a zip, or several of them. For each it prints what arrived and what \
            there is to say, with the line and column where it stands and how to mend it.

            It ends with 0 when all of them can be imported, with 65 when any of them cannot.
            """)

    @Argument(help: ArgumentHelp("Packages: files or folders.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Print one JSON object a line for each package, in the order given.")
    var json = false

    func run() throws {
        let reader = PackageReader()
        var refused = false
        for path in paths {
            let reading = reader.read(path)
            refused = refused || reading.outcome == .rejected
            if json {
                print(try PackageJSON(path: path, reading: reading).line())
            } else {
                print(PackageReport(path: path, reading: reading).text)
            }
        }
        if refused { throw ExitCode(65) }
    }
}
