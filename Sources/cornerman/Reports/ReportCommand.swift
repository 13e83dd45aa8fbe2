import ArgumentParser

/// `cornerman report`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Show how far people are.", subcommands: [CompletionReportCommand.self])
}
