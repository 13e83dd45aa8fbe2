import Foundation

/// A question as a rep types it, written before its author had read an answer, and the answers that were found to help
/// when the author read them all.
struct RepQuestion: Decodable {
    var id: String
    var text: String
    /// What it was to be about; nil for one that nothing here answers.
    var topic: String?
    /// The keys of the answers that help, and of lessons after `lesson:`. None: it turned out to have no answer, or was
    /// written to have none.
    var right: Set<String>

    /// All of them.
    static func all() throws -> [RepQuestion] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reps.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
            try JSONDecoder().decode(RepQuestion.self, from: Data($0.utf8))
        }
    }
}
