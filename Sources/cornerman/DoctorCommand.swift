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
    @OptionGroup var modelOptions: ModelOptions

    @Flag(help: "Print one JSON object a line: code, message, hint.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let found: [Ailment]
            let place = try options.place(.existing)
            let meaning = modelOptions.meaning(beside: place)
            do {
                found = try await options.campus(.existing, at: place).searching(by: meaning, keptIn: place.searchFile)
                    .examine()
            } catch let error as StoreError where error.kind == .corrupt {
                found = [.damaged(error.message)]
            }
            try show(found, meaning)
        }
    }

    private func show(_ found: [Ailment], _ meaning: SearchMeaning) throws {
        for ailment in found {
            if json {
                print(try JSONLine.make(ailment))
            } else {
                print("\(ailment.code): \(ailment.message)\n    \(ailment.hint)")
            }
        }
        if !json, meaning.isUsed { print("Search goes by words and by what is meant.") }
        if !json, !meaning.isUsed, meaning.problem == nil {
            print("Search goes by words alone: there is no model file. It may have one (docs/operations.md).")
        }
        if !found.isEmpty { throw ExitCode(65) }
        if !json { print("All is well.") }
    }
}
