import ArgumentParser

/// `cornerman answers`
struct AnswersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Bring answers into the knowledge base, and write them into a file.",
        subcommands: [AnswersImportCommand.self, AnswersExportCommand.self])
}
