import ArgumentParser

/// `cornerman person`
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Add people, list them, say what they may do, let them in.",
        discussion: "A person is named by their id, external id or e-mail.",
        subcommands: [
            PersonAddCommand.self, PersonListCommand.self, PersonRoleCommand.self, PersonInviteCommand.self,
            PersonPasswordCommand.self,
        ])
}
