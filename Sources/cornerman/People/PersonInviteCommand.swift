import ArgumentParser
import Campus
import Learning

/// `cornerman person invite`
struct PersonInviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link with which a person chooses a password.",
        discussion: "It can be used once; an earlier link of theirs is over. Hand it to nobody else.")

    @Argument(help: "The person.")
    var person: String

    @OptionGroup var options: DataOptions

    @Flag(help: "For somebody who has forgotten the password: good for a day instead of a week.")
    var reset = false

    @Option(
        help: ArgumentHelp(
            "Where people reach the page, when it is not where it was last served: https://corner.example.com.",
            valueName: "url"))
    var publicUrl: String?

    @Flag(help: "Print one JSON object: person_id, url, expires_at.")
    var json = false

    private struct Line: Encodable {
        let personID: Identifier<Person>
        let url: String
        let expiresAt: String
    }

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            let base = publicUrl.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            let noted = try await campus.notedAddress()
            let id = try await campus.person(named: person, .operator)
            let made = try await campus.invite(id, reset ? .reset : .invite, at: base ?? noted, .operator)
            let expires = made.invitation.expiresAt.text
            print(
                json
                    ? try JSONLine.make(Line(personID: id, url: made.url, expiresAt: expires))
                    : "\(made.url)\nGood until \(expires), once.")
        }
    }
}
