import ArgumentParser
import Campus
import Foundation
import Learning
import Logging

/// `cornerman search`
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find answers, lessons and stories, best first.",
        discussion: """
            Finds what the page's search box would find: "word for word", -without, tag:word, course:word and begin* \
            narrow it. With --as it looks through the eyes of a person, to see what \
            they find; nothing is noted of it.

            It ranks as the server does: by words, and where there is a model also by what is meant. It takes the index that \
            serve keeps with the data, also while that runs, and writes nothing into it. Where there is none of this program, \
            the index is made for this one search; it waits ten seconds at most for what entries mean, and goes by words alone \
            where that is not enough.
            """)

    @Argument(help: "The words, as one would say them.")
    var query: String

    @OptionGroup var options: DataOptions
    @OptionGroup var modelOptions: ModelOptions

    @Option(help: "The most hits, 1 to 100.")
    var limit = 10

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Whose eyes: an id, an external id or an e-mail.", valueName: "person"))
    var person: String?

    @Option(help: "Pass over so many of the best hits; at most \(Limits.searchDepth.value) can be seen.")
    var offset = 0

    @Option(
        help: ArgumentHelp(
            "Only of this kind: \(SearchHit.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"),
        transform: { text in
            guard let kind = SearchHit.Kind(rawValue: text) else {
                throw ValidationError(
                    "--kind is one of: \(SearchHit.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return kind
        })
    var kind: SearchHit.Kind?

    @Flag(help: "Print one JSON object a line for each hit.")
    var json = false

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit must lie between 1 and 100.") }
        guard offset >= 0 else { throw ValidationError("--offset must not be negative.") }
        guard !query.trimmed.isEmpty else { throw ValidationError("Say what you look for.") }
        guard query.count <= Limits.searchWords.value else {
            throw ValidationError("At most \(Limits.searchWords.value) characters can be looked for.")
        }
    }

    func run() async throws {
        try await CommandFailure.catching {
            let place = try options.place(.existing)
            // That the index is made anew is no news to who looks for something.
            var logger = Logger(label: "cornerman")
            logger.logLevel = .warning
            let campus = try await options.campus(.existing, at: place, logger: logger)
                .searching(by: modelOptions.meaning(beside: place), keptIn: place.searchFile)
            if let problem = campus.meaning.problem { tell("Search goes by words alone: \(problem)") }
            if campus.meaning.isUsed { await encodeAll(on: campus) }
            let access: Access =
                if let person { .person(try await campus.person(named: person, .operator)) } else { .operator }
            let reply = try await campus.search(SearchRequest(query, limit: limit, offset: offset, kind: kind), access)
            if json {
                for hit in reply.hits { print(try HitLine(hit).json()) }
            } else {
                show(reply)
            }
        }
    }

    /// So long a search waits for what entries mean: some hundred texts' worth.
    private static let patience = Duration.seconds(10)

    /// The server goes by words until it has encoded most entries; a command that is asked once waits a little, then does so too.
    private func encodeAll(on campus: Campus) async {
        await campus.tendSearch()
        let end = ContinuousClock.now + Self.patience
        while await campus.tendMeaning(), .now < end {}
        if let problem = campus.searchProblem { tell("\(problem) A server that runs finds out, and keeps it.") }
    }

    private func tell(_ sentence: String) {
        FileHandle.standardError.write(Data("\(sentence)\n".utf8))
    }

    private func show(_ reply: SearchReply) {
        if let suggestion = reply.suggestion { print("Read as: \(suggestion)\n") }
        if reply.isLoosened { print("Nothing has the quoted words side by side; these have them apart.\n") }
        for hit in reply.hits {
            let place = [hit.story?.initiativeTitle, hit.courseTitle, hit.activity].compactMap { $0 }.joined(
                separator: ", ")
            print("\(hit.rank). \(hit.title)\(place.isEmpty ? "" : "  [\(place)]")")
            if !hit.text.isEmpty { print("   \(hit.text.replacingOccurrences(of: "\n", with: "\n   "))") }
            let why = hit.why.map { String(format: "%@ %.2f", $0.signal, $0.share) }.joined(separator: ", ")
            print(String(format: "   %.2f: ", hit.score) + why + "\n")
        }
        if reply.isWeak { print("Nothing here is likely to answer that: a case for asking a person.") }
    }
}

/// A hit as a line of JSON.
private struct HitLine: Encodable {
    struct Reason: Encodable {
        let signal: String
        let share: Double
        let words: [String]
    }

    let rank: Int
    let kind: String
    let id: String
    let question: String?
    let title: String?
    let text: String
    let score: Double
    let why: [Reason]

    init(_ hit: SearchHit) {
        rank = hit.rank
        kind = hit.kind.rawValue
        id =
            hit.answerID?.description ?? hit.story?.story.id.description
            ?? "\(hit.courseID?.description ?? "")/\(hit.activity ?? "")"
        question = hit.kind == .answer ? hit.title : nil
        title = hit.kind == .answer ? nil : hit.title
        text = hit.text
        score = hit.score
        why = hit.why.map { Reason(signal: $0.signal, share: $0.share, words: $0.words) }
    }

    func json() throws -> String { try JSONLine.make(self) }
}
