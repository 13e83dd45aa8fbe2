import ArgumentParser
import Foundation

/// Measures search on a set of questions with known answers.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure search on a set of questions with known answers.",
        discussion: """
            SET is a folder with docs.jsonl (one document a line: id, question, answer, tags, aliases, language) and \
            queries.jsonl (id, text). Every document is indexed in memory, every query is searched for, and the best \
            ten of each are written as a TREC run: query, Q0, document, rank, score, name. A scorer that knows the \
            right documents turns the run into figures.
            """)

    @Argument(help: "The folder of the set.", completion: .directory)
    var set: String

    @Option(name: .customLong("run"), help: ArgumentHelp("The file to write the run to.", valueName: "file"))
    var runFile: String

    @Option(help: ArgumentHelp("The queries, if not those of the set's queries.jsonl.", valueName: "file"))
    var queries: String?

    @Flag(help: "Also index the documents' aliases, as phrasings that people confirmed.")
    var aliases = false

    func run() throws {
        let folder = URL(filePath: set)
        do {
            let questions = try QuestionSet(folder: folder)
            let file = queries.map { URL(filePath: $0) } ?? folder.appending(path: "queries.jsonl")
            let asked = try QuestionSet.queries(in: file)
            let lines = questions.run(asked, on: questions.index(aliases: aliases))
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: runFile))
            print("\(asked.count) queries over \(questions.documents.count) documents: \(runFile)")
        } catch let unreadable as QuestionSet.Unreadable {
            Self.report("\(unreadable)")
            throw ExitCode(65)
        } catch let error as CocoaError {
            Self.report("\(error.filePath ?? set): \(error.localizedDescription)")
            throw ExitCode(66)
        }
    }

    private static func report(_ problem: String) {
        FileHandle.standardError.write(Data("cornerman evaluate: \(problem)\n".utf8))
    }
}
