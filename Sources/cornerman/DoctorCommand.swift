import ArgumentParser
import Campus
import Foundation
import Learning
import Persistence

/// `cornerman doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Examine the data: the database, every version, every file. Changes nothing.",
        discussion: "Exits with 0 when all is well, with 65 when something was found.")

    @OptionGroup var options: DataOptions

    @Flag(help: "Print one JSON object a line: code, message, hint.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let found: [Ailment]
            do {
                found = try await options.campus(.existing).examine()
            } catch let error as StoreError where error.kind == .corrupt {
                found = [.damaged(error.message)]
            }
            try show(found)
        }
    }

    private func show(_ found: [Ailment]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for ailment in found {
            if json {
                print(String(decoding: try encoder.encode(ailment), as: UTF8.self))
            } else {
                print("\(ailment.code): \(ailment.message)\n    \(ailment.hint)")
            }
        }
        if !found.isEmpty { throw ExitCode(65) }
        if !json { print("All is well.") }
    }
}
