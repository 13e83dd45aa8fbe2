import ArgumentParser
import Campus
import Foundation
import Learning
import Logging
import Persistence
import PersistenceSQLite

/// `cornerman seed`
struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Load a starter organization: people, courses, answers, and what they did so far.",
        discussion: "What is there already stays; loading it twice changes nothing.")

    @Argument(help: "The folder with people.csv, answers.csv and organization.json.")
    var folder: String

    @OptionGroup var options: DataOptions

    @Option(help: ArgumentHelp("A folder of courses to import along.", valueName: "folder"))
    var courses: String?

    func run() async throws {
        try await CommandFailure.catching {
            // Before anything is made: a mistyped folder leaves nothing behind.
            _ = try StarterFiles(URL(fileURLWithPath: folder))
            let data = try options.place(.making)
            var logger = Logger(label: "cornerman")
            logger.logLevel = .error
            let campus = try await options.campus(making: data, logger: logger)
            let report = try await campus.loadStarter(
                from: URL(fileURLWithPath: folder), courses: courses.map { URL(fileURLWithPath: $0) })
            if report.isNothing {
                print("The starter organization is there already; nothing was changed.")
            } else {
                let loaded = [
                    counted(report.people, "person", "people"), counted(report.courses, "course", "courses"),
                    counted(report.answers, "answer", "answers"),
                ]
                print("Loaded \(loaded.joined(separator: ", ")).")
                if report.happenings > 0 { print("They did: \(Self.told(report.done)).") }
            }
            for line in report.refused { print("  not taken: \(line)") }
            try await showWhoToBe(campus, data)
            if !report.refused.isEmpty { throw ExitCode(65) }
        }
    }

    /// How often each kind of thing was done, in words.
    private static func told(_ done: [StarterReport.Kind: Int]) -> String {
        StarterReport.Kind.allCases.compactMap { kind in
            guard let count = done[kind] else { return nil }
            let (one, many) =
                switch kind {
                case .enrollment: ("enrollment", "enrollments")
                case .event: ("event", "events")
                case .attempt: ("quiz", "quizzes")
                case .search: ("search", "searches")
                case .question: ("question asked", "questions asked")
                case .reply: ("question answered", "questions answered")
                case .feedback: ("piece of feedback", "pieces of feedback")
                case .outcome: ("outcome of it", "outcomes of it")
                case .initiative: ("part of an initiative", "parts of initiatives")
                case .invitation: ("answer to an invitation", "answers to invitations")
                case .story: ("part of a story", "parts of stories")
                }
            return counted(count, one, many)
        }.joined(separator: ", ")
    }

    /// Five people to be, one a role, with a password of this installation's own: in a folder it is kept beside the data, on a
    /// server it is a new one each time.
    private func showWhoToBe(_ campus: Campus, _ data: DataPlace) async throws {
        var isKept = false
        let password: String
        if case .folder(let folder) = data {
            password = try Self.password(in: folder)
            isKept = true
        } else {
            password = Self.newPassword()
        }
        print("\nSign in with the password \(password) as")
        for (role, person) in try await campus.starterRoles() {
            if person.isNew || !isKept {
                try await campus.setPassword(password, current: nil, of: person.id, .operator)
            }
            print("  \(role.padding(toLength: 8, withPad: " ", startingAt: 0)) \(person.login)")
        }
    }

    /// The password of the five, made once and kept beside the data, readable by its owner alone.
    private static func password(in data: DataFolder) throws -> String {
        let file = data.url.appendingPathComponent("starter-password.txt")
        // Empty: one that was cut off while it was written.
        if let kept = FileManager.default.contents(atPath: file.path), !kept.isEmpty {
            return String(decoding: kept, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let made = newPassword()
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data("\(made)\n".utf8), attributes: [.posixPermissions: 0o600])
        else { throw Refusal(.unavailable, "store-unavailable", "The data folder cannot be written.") }
        return made
    }

    private static func newPassword() -> String {
        let letters = "abcdefghjkmnpqrstuvwxyz23456789"
        return (0..<3).map { _ in String((0..<4).compactMap { _ in letters.randomElement() }) }.joined(separator: "-")
    }
}
