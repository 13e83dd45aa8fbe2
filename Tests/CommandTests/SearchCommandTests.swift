import Foundation
import Persistence
import TestKit
import Testing

/// `cornerman search` beside a server and without one.
@Suite struct SearchCommandTests {
    private let folder: TemporaryFolder
    private let cornerman: Program
    private let question = "What do I say?"

    init() throws {
        folder = try TemporaryFolder()
        cornerman = Program(data: folder.url)
        let table = folder.url.appendingPathComponent("answers.csv")
        try Data("key,question,text\na,\(question),The price is the price.\n".utf8).write(to: table)
        #expect(try cornerman("answers", "import", table.path).status == 0)
    }

    private func signals(of words: String) throws -> [String] {
        let run = try cornerman("search", "--json", words)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let lines = try run.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(lines.map { $0["question"] as? String } == [question])
        return try #require(lines.first?["why"] as? [[String: Any]]).compactMap { $0["signal"] as? String }
    }

    #if Meaning
        @Test func `it goes by what is meant where a model lies with the data, and by words alone elsewhere`() throws {
            #expect(try !signals(of: question).contains("meaning"))
            let model = folder.url.appendingPathComponent("model.cornerman")
            try Data(TinyModel().file).write(to: model)
            #expect(try signals(of: question).contains("meaning"))
            try Data("no model".utf8).write(to: model)
            let run = try cornerman("search", question)
            #expect(run.status == 0 && run.output.hasPrefix("1. \(question)"))
            #expect(
                run.errors
                    == "Search goes by words alone: The file is no model of a sentence encoder. `make model` makes a good one.\n"
            )
        }
    #endif

    @Test func `it takes the index that a server keeps and leaves it as it is`() async throws {
        let index = folder.url.appendingPathComponent("search.index")
        let server = try RunningProgram(
            cornerman, ["serve", "--port", "\(try Wire.freePort())", "--content-port", "\(try Wire.freePort())"])
        _ = server.output(until: "Cornerman is at")
        while server.process.isRunning, !FileManager.default.fileExists(atPath: index.path) {
            try await Task.sleep(for: .milliseconds(50))
        }
        let kept = try Data(contentsOf: index)
        #expect(try !signals(of: "say").isEmpty)
        server.end()
        // What nobody was told of is in the rows alone.
        let database = try await Backend.sqliteFile.open(in: folder.url)
        try await database.write {
            try $0.execute("INSERT INTO answer_phrasing (answer_id, position, text) SELECT id, 0, 'Zebra?' FROM answer")
        }
        try database.close()
        #expect(
            try cornerman("search", "zebra").lines == [
                "Nothing here is likely to answer that: a case for asking a person."
            ])
        #expect(try Data(contentsOf: index) == kept)
        try FileManager.default.removeItem(at: index)
        #expect(try !signals(of: "zebra").isEmpty)
        #expect(!FileManager.default.fileExists(atPath: index.path))
    }
}
