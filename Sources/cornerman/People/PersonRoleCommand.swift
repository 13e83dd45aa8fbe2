import ArgumentParser
import Campus
import Learning

/// `cornerman person role`
struct PersonRoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Say what a person may do beside learning.",
        discussion: "Roles add up. Without --add and --remove it shows them.")

    @Argument(help: "The person.")
    var person: String

    @OptionGroup var options: DataOptions

    @Option(help: "A role to give; may be given more than once.")
    var add: [Role] = []

    @Option(help: "A role to take away; may be given more than once.")
    var remove: [Role] = []

    @Flag(help: "Print the person as one JSON object.")
    var json = false

    func run() async throws {
        try await CommandFailure.catching {
            let campus = try await options.campus(.existing)
            var person = try await campus.person(try await campus.person(named: person, .operator), .operator)
            let roles = person.roles.union(add).subtracting(remove)
            if roles != person.roles {
                person = try await campus.changePerson(
                    person.id, PersonChange(roles: .set(roles)), revision: person.revision, .operator)
            }
            print(
                json
                    ? try PersonLine(person).json()
                    : "\(person.name): \(person.roles.sorted().map(\.rawValue).joined(separator: ", "))")
        }
    }
}
