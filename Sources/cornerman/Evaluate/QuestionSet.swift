import Answers
import Encoder
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
    /// Says what texts mean; nil: words alone count.
    private let encoder: SentenceEncoder?

    init(folder: URL, encoder: SentenceEncoder? = nil) throws {
        self.encoder = encoder
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
            documents.indices.map { .put(entry($0, phrasings: aliases ? documents[$0].aliases ?? [] : [])) })
        return index
    }

    /// A document as the index takes it, with other ways of asking.
    func entry(_ number: Int, phrasings: [String]) -> IndexEntry {
        let document = documents[number]
        let tags = document.tags ?? []
        var entry = IndexEntry(
            number: EntryNumber(UInt32(number)), question: document.question, phrasings: phrasings,
            text: document.answer ?? "", tags: tags,
            language: document.language ?? tags.first(where: Self.isLanguage) ?? "en")
        if encoder != nil, entry.language.hasPrefix("en") {
            entry.meaning = EntryMeaning(
                phrasings: ([entry.question] + entry.phrasings).compactMap(meaning),
                text: meaning(of: String(entry.text.prefix(600))),
                tags: meaning(of: tags.joined(separator: " ")))
        }
        return entry
    }

    /// Which documents are right for which query, of a file with `query document grade` on each line.
    static func rightDocuments(in file: URL) throws -> [String: Set<String>] {
        var right: [String: Set<String>] = [:]
        let text = try String(contentsOf: file, encoding: .utf8)
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard fields.count == 3, let grade = Double(fields[2]) else {
                throw Unreadable(file: file.path(), line: index + 1, reason: "query, document and grade are expected")
            }
            if grade > 0 { right[fields[0], default: []].insert(fields[1]) }
        }
        return right
    }

    private func meaning(of text: String) -> MeaningVector? {
        encoder?.vector(of: text).flatMap(MeaningVector.init)
    }

    /// The lines of a TREC run for the queries (query, `Q0`, document, rank, score, name), and what the signals gave to the
    /// scores of the first hits: parts that add up to 1, largest first.
    func run(
        _ queries: [Query], isTyping: Bool, on index: AnswerIndex
    ) -> (lines: [String], shares: [(signal: String, share: Double)]) {
        var lines: [String] = []
        var amounts: [String: Double] = [:]
        for query in queries {
            let hits = hits(of: query.text, isTyping: isTyping, on: index)
            for (place, hit) in hits.prefix(10).enumerated() {
                let document = documents[Int(hit.number.value)].id
                lines.append("\(query.id) Q0 \(document) \(place + 1) \(hit.score) cornerman")
            }
            for share in hits.first?.why.shares ?? [] { amounts[share.signal.rawValue, default: 0] += share.amount }
        }
        let all = amounts.values.reduce(0, +)
        return (lines, amounts.map { ($0.key, $0.value / all) }.sorted { ($0.1, $1.0) > ($1.1, $0.0) })
    }

    /// As the product finds them: quoted words side by side where anything has them so.
    private func hits(of words: String, isTyping: Bool, on index: AnswerIndex) -> [Hit] {
        let quoted = QuerySyntax(words).hasPhrases
        var query = SearchQuery(
            words, sight: .everything, limit: quoted ? IndexLimits.phraseHits : 10, isTyping: isTyping,
            meaning: QuerySyntax(words).sentence.flatMap(meaning))
        let results = index.search(query, repaired: meaning)
        guard quoted else { return results.hits }
        let held = results.hits.filter { hit in
            let document = documents[Int(hit.number.value)]
            let texts = [document.question, document.answer ?? ""] + (document.aliases ?? []) + (document.tags ?? [])
            return results.phrases.isMet(by: texts.map { WordPlaces(of: $0, language: document.language ?? "en") })
        }
        guard held.isEmpty else { return held }
        query.takesPhrasesAsWords = true
        return index.search(query, repaired: meaning).hits
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
