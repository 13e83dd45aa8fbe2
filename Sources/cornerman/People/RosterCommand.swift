import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman roster`
struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Take in who is here (CSV), or write it.",
        discussion: """
            The first line names the columns: \(RosterRow.columns.joined(separator: ", ")); external_id must be among \
            them, several roles are separated by |, status is active or left. A column that is not there changes nothing, \
            and who is not in the file stays. Without --commit it only tells what would happen. Without a file it writes \
            everybody who is known, in the same columns. Exits with 65 when a row was refused; the others are taken all the \
            same.
            """)

    @Argument(help: "The file, in UTF-8; none to write the roster to standard output.")
    var file: String?

    @OptionGroup var options: DataOptions

    @Flag(help: "Take it in.")
    var commit = false

    @Option(
        help: ArgumentHelp(
            "With --commit: write a one-use link for each person who is new into this file (CSV); keep it to yourself.",
            valueName: "file"))
    var invitations: String?

    @Flag(help: "Print one JSON object a line for each row.")
    var json = false

    func validate() throws {
        if invitations != nil, !commit { throw ValidationError("--invitations needs --commit.") }
        if file == nil, commit { throw ValidationError("--commit needs a file.") }
    }

    func run() async throws {
        try await CommandFailure.catching {
            if let file { try await take(file) } else { try await write() }
        }
    }

    private func take(_ file: String) async throws {
        let text = try TextFile.read(file)
        let campus = try await options.campus(.making)
        let results: [RosterResult]
        if commit {
            results = try await campus.takeRoster(
                csv: text, isInviting: invitations != nil, at: try await campus.notedAddress(), .operator)
        } else {
            results = try await campus.previewRoster(csv: text, .operator)
        }
        for result in results { try show(result, in: file) }
        if !json { print(Self.summary(results, committed: commit)) }
        if let invitations { try Self.write(results, to: invitations) }
        if results.contains(where: { $0.word == "refused" }) { throw ExitCode(65) }
    }

    private func write() async throws {
        let campus = try await options.campus(.existing)
        print(CSVLine.make(RosterRow.columns), terminator: "")
        var last: Identifier<Person>?
        while true {
            let lines = try await campus.roster(after: last, limit: 500, .operator)
            print(lines.map { CSVLine.make($0.fields) }.joined(), terminator: "")
            guard let end = lines.last else { return }
            last = end.person.id
        }
    }

    private static func summary(_ results: [RosterResult], committed: Bool) -> String {
        let counts = Dictionary(grouping: results, by: \.word).mapValues(\.count)
        let words = ["added", "changed", "unchanged", "left", "returned", "refused"].map { "\(counts[$0] ?? 0) \($0)" }
        let told = words.joined(separator: ", ")
        return committed ? told : "It would be: \(told). Nothing was changed; --commit takes it in."
    }

    private func show(_ result: RosterResult, in file: String) throws {
        var columns: [String] = []
        var detail: Refusal.Detail?
        switch result.outcome {
        case .changed(let changed): columns = changed
        case .refused(let refused): detail = refused
        case .added, .unchanged, .left, .returned: break
        }
        if json {
            print(
                try JSONLine.make(
                    Line(
                        line: result.line, externalID: result.externalID, name: result.name, result: result.word,
                        columns: columns, error: detail)))
        } else if let detail {
            let field = detail.pointer.isEmpty ? "" : " \(detail.pointer.dropFirst())"
            print("\(file):\(result.line):\(field) \(detail.message)")
        } else if result.word != "unchanged" {
            let told = columns.isEmpty ? "" : " (\(columns.joined(separator: ", ")))"
            print("\(file):\(result.line): \(result.name ?? result.externalID) \(result.word)\(told)")
        }
    }

    private struct Line: Encodable {
        let line: Int
        let externalID: String
        let name: String?
        let result: String
        let columns: [String]
        let error: Refusal.Detail?
    }

    /// The links open everything that is theirs: nobody else may read the file.
    private static func write(_ results: [RosterResult], to path: String) throws {
        var text = CSVLine.make(["external_id", "name", "invitation_url", "expires_at"])
        for result in results {
            guard let made = result.invitation else { continue }
            text += CSVLine.make([
                result.externalID, result.name ?? "", made.url, made.invitation.expiresAt.text,
            ])
        }
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else {
            throw Refusal(
                .unavailable, "cannot-write", "The file \(path) cannot be written; the people were added all the same.")
        }
    }
}
