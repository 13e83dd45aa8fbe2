import ArgumentParser
import WebAPI

/// The command line. Every command calls the same verbs as the API, as the operator.
@main
struct Cornerman: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cornerman",
        abstract: "A place to find answers, and the training, practice and coaching that make a change stick.",
        version: WebServer.version,
        subcommands: [
            // One a line, in the order in which help shows them.
            ServeCommand.self,
            NewCommand.self,
            InspectCommand.self,
            ImportCommand.self,
            ExportCommand.self,
            SearchCommand.self,
            AnswersCommand.self,
            ReportCommand.self,
            SeedCommand.self,
            RosterCommand.self,
            PersonCommand.self,
            TokenCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
            TransferCommand.self,
            DoctorCommand.self,
            AuditCommand.self,
            RecomputeCommand.self,
            EvaluateCommand.self,
        ])

    static func main() async {
        StandardOutput.showLinesAtOnce()
        await main(nil)
    }
}
