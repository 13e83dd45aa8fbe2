import Answers
import Foundation

/// A set of questions with known answers, to measure search by: a folder with `docs.jsonl` and `queries.jsonl`.
struct QuestionSet {
    /// An entry of `docs.jsonl`.
    struct Document: Decodable {
        var id: String
        var question: String
        var answer: String?
        var tags: [String]?
        /// Other ways of asking.
        var aliases: [String]?
        /// BCP 47; English if it is not given and no tag is a language of two letters.
        var language: String?
    }

    /// A line of `queries.jsonl`.
    struct Query: Decodable {
        var id: String
        var text: String
    }

    /// A line that is not what it should be.
    struct Unreadable: Error, CustomStringConvertible {
        var file: String
        var line: Int
        var reason: String
        var description: String { "\(file):\(line): \(reason)" }
    }

    /// Its documents; a document's place here is its number in the index.
    let documents: [Document]

    init(folder: URL) throws {
        documents = try Self.lines(of: folder.appending(path: "docs.jsonl"))
    }

    /// The queries of a file.
    static func queries(in file: URL) throws -> [Query] {
        try lines(of: file)
    }

    /// An index of the documents.
    /// - Parameter aliases: whether their other ways of asking are indexed too.
    func index(aliases: Bool) -> AnswerIndex {
        let index = AnswerIndex()
        index.apply(
            documents.enumerated().map { number, document in
                let tags = document.tags ?? []
                return .put(
                    IndexEntry(
                        number: EntryNumber(UInt32(number)), question: document.question,
                        phrasings: aliases ? document.aliases ?? [] : [], text: document.answer ?? "", tags: tags,
                        language: document.language ?? tags.first(where: Self.isLanguage) ?? "en"))
            })
        return index
    }

    /// The lines of a TREC run for the queries: query, `Q0`, document, rank, score, name.
    func run(_ queries: [Query], on index: AnswerIndex) -> [String] {
        queries.flatMap { query in
            index.search(SearchQuery(query.text, sight: .everything, limit: 10)).hits.map { hit in
                "\(query.id) Q0 \(documents[Int(hit.number.value)].id) \(hit.rank) \(hit.score) cornerman"
            }
        }
    }

    private static func isLanguage(_ tag: String) -> Bool {
        tag.count == 2 && Locale.LanguageCode(tag).isISOLanguage
    }

    private static func lines<Line: Decodable>(of file: URL) throws -> [Line] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let decoder = JSONDecoder()
        return try text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
            do {
                return try decoder.decode(Line.self, from: Data(line.utf8))
            } catch {
                throw Unreadable(file: file.path(), line: index + 1, reason: "\(error)")
            }
        }
    }
}
