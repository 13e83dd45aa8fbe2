import ArgumentParser
import Campus
import Foundation
import Learning

/// `cornerman person add`
struct PersonAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a person.",
        discussion: "They cannot sign in yet: hand them the link of `cornerman person invite`.")

    @Argument(help: "The name.")
    var name: String

    @OptionGroup var options: DataOptions

    @Option(help: "What they sign in with.")
    var email: String?

    @Option(help: ArgumentHelp("The personnel number, which they can sign in with too.", valueName: "number"))
    var externalID: String?

    @Option(
        name: .customLong("role"),
        help: "learner, trainer, manager, leader or admin; may be given more than once.")
    var roles: [Role] = [.learner]

    @Option(help: ArgumentHelp("Whom they report to.", valueName: "person"))
    var manager: String?

    @Option(help: ArgumentHelp("Where they live, like Europe/Berlin.", valueName: "zone"))
    var timeZone = "UTC"

    @Option(help: "Their language, like en or pt-BR.")
    var locale = "en"

    @Flag(help: "Print the person as one JSON object.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.making)
            var managerID: Identifier<Person>?
            if let manager { managerID = try await campus.person(named: manager, .operator) }
            let person = try await campus.addPerson(
                PersonDraft(
                    name: name, email: email, externalID: externalID, roles: Set(roles), managerID: managerID,
                    timeZone: timeZone, locale: locale), .operator)
            print(json ? try PersonLine(person).json() : "\(person.id)  \(person.name)")
        }
    }
}
