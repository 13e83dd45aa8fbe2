import Answers
import Foundation

/// The open sets of questions with known answers, which do not belong to the repository.
struct QuestionSets {
    private struct Document: Decodable {
        var id: String
        var question: String
        var answer: String?
        var tags: [String]?
        var aliases: [String]?
    }

    private struct Query: Decodable {
        var id: String
        var text: String
    }

    /// The folder of material that is shared between projects: `CORNERMAN_SHARED`, else `../shared`.
    private static let folder: URL = {
        if let told = ProcessInfo.processInfo.environment["CORNERMAN_SHARED"], !told.isEmpty {
            return URL(filePath: told).appending(path: "faq")
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/faq")
    }()

    static var arePresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "evaluate.py").path())
    }

    /// The share of every fourth query for which the first hit is right.
    static func successAtOne(_ set: String, aliases: Bool, queries: String) throws -> Double {
        let documents: [Document] = try lines("\(set)/docs.jsonl")
        let asked: [Query] = try lines("\(set)/\(queries)")
        let index = AnswerIndex()
        index.apply(
            documents.enumerated().map { number, document in
                .put(
                    IndexEntry(
                        number: EntryNumber(UInt32(number)), question: document.question,
                        phrasings: aliases ? document.aliases ?? [] : [], text: document.answer ?? "",
                        tags: document.tags ?? []))
            })
        var right: [String: Set<String>] = [:]
        for line in try String(contentsOf: folder.appending(path: "\(set)/qrels.tsv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline)
        {
            let cells = line.split(separator: "\t")
            if cells.count == 3, cells[2] != "0" { right[String(cells[0]), default: []].insert(String(cells[1])) }
        }
        let sample = asked.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
        let hits = sample.count { query in
            let first = index.search(SearchQuery(query.text, sight: .everything, limit: 1)).hits.first
            return first.map { right[query.id]?.contains(documents[Int($0.number.value)].id) ?? false } ?? false
        }
        return Double(hits) / Double(sample.count)
    }

    private static func lines<Line: Decodable>(_ path: String) throws -> [Line] {
        let decoder = JSONDecoder()
        return try String(contentsOf: folder.appending(path: path), encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    }
}
