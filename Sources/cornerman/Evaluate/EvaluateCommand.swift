import ArgumentParser
import Encoder
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

            With --simulate, people search in the words of the documents' aliases instead, say what helped, and the \
            phrasings that they have in common are learned; printed is how often the first hit is right for the \
            queries, by qrels.tsv (query, document, grade).
            """)

    @Argument(help: "The folder of the set.", completion: .directory)
    var set: String

    @Option(name: .customLong("run"), help: ArgumentHelp("The file to write the run to.", valueName: "file"))
    var runFile: String?

    @Option(
        help: ArgumentHelp("Print what use teaches, up to so many searches a document.", valueName: "searches"))
    var simulate: Int?

    @Option(help: ArgumentHelp("The queries, if not those of the set's queries.jsonl.", valueName: "file"))
    var queries: String?

    @Flag(help: "Also index the documents' aliases, as phrasings that people confirmed.")
    var aliases = false

    @Flag(help: "Take every query as one that is being typed: its last word may be half a word.")
    var typing = false

    @Option(
        help: ArgumentHelp(
            "Also go by what is meant, with this model, and tell what each signal gave to the first hits.",
            valueName: "file"))
    var model: String?

    func validate() throws {
        if (runFile == nil) == (simulate == nil) { throw ValidationError("Give either --run or --simulate.") }
        if let simulate, !(1...10_000).contains(simulate) {
            throw ValidationError("--simulate takes 1 to 10000 searches a document.")
        }
    }

    func run() throws {
        let folder = URL(filePath: set)
        do {
            let encoder = try model.map { try SentenceEncoder(file: URL(filePath: $0)) }
            let questions = try QuestionSet(folder: folder, encoder: encoder)
            let file = queries.map { URL(filePath: $0) } ?? folder.appending(path: "queries.jsonl")
            let asked = try QuestionSet.queries(in: file)
            guard let runFile else { return try simulate(questions, asked, folder) }
            let (lines, shares) = questions.run(asked, isTyping: typing, on: questions.index(aliases: aliases))
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: runFile))
            print("\(asked.count) queries over \(questions.documents.count) documents: \(runFile)")
            if encoder != nil {
                let parts = shares.map { "\($0.signal) \(Int(($0.share * 100).rounded())) %" }
                print("What the first hits' scores are made of: \(parts.joined(separator: ", "))")
            }
        } catch let unreadable as QuestionSet.Unreadable {
            Self.report("\(unreadable)")
            throw ExitCode(65)
        } catch let unusable as EncoderError {
            Self.report("\(model ?? ""): \(unusable)")
            throw ExitCode(65)
        } catch let error as CocoaError {
            Self.report("\(error.filePath ?? set): \(error.localizedDescription)")
            throw ExitCode(66)
        }
    }

    private func simulate(_ set: QuestionSet, _ asked: [QuestionSet.Query], _ folder: URL) throws {
        let right = try QuestionSet.rightDocuments(in: folder.appending(path: "qrels.tsv"))
        var simulation = Simulation(set: set, queries: asked, right: right, seed: 1)
        print("searches a document  S@1  phrasings learned")
        for point in simulation.run(searches: simulate ?? 1) {
            print("\(point.searches)  \(String(format: "%.3f", point.successAtOne))  \(point.phrasings)")
        }
    }

    private static func report(_ problem: String) {
        FileHandle.standardError.write(Data("cornerman evaluate: \(problem)\n".utf8))
    }
}
