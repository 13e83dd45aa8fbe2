import Campus
import Foundation
import HTTPTypes
import Learning

/// Bringing a table of answers.
enum AnswersImport {
    private struct Row: Encodable {
        let line: Int
        let result: String
        @Nullable var error: Refusal.Detail?

        init(_ row: AnswerRowResult) {
            line = row.line
            result = row.word
            if case .refused(let detail) = row.outcome { error = detail }
        }

        static let schema = Schema.object([
            "line": Schema.integer.described("On which the row starts."),
            "result": .words(["created", "updated", "unchanged", "refused"]),
            "error": Schema.detail.nullable.described("`pointer` names the column."),
        ])
    }

    private struct Body: Encodable {
        let created: Int
        let updated: Int
        let unchanged: Int
        let refused: Int
        let rows: [Row]

        init(_ results: [AnswerRowResult]) {
            let counts = Dictionary(grouping: results, by: \.word).mapValues(\.count)
            created = counts["created"] ?? 0
            updated = counts["updated"] ?? 0
            unchanged = counts["unchanged"] ?? 0
            refused = counts["refused"] ?? 0
            rows = results.map(Row.init)
        }

        static let schema = Schema.object([
            "created": .integer, "updated": .integer, "unchanged": .integer, "refused": .integer,
            "rows": .array(Row.schema),
        ])
    }

    static let create = Operation(
        summary:
            "Take in a table of answers (CSV, UTF-8); each row is taken or refused for itself. The first line names "
            + "the columns: \(AnswerRow.columns.joined(separator: ", ")).",
        who: "trainers", body: .init(type: "text/csv", schema: .string), replies: [(200, .json(Body.schema))]
    ) { call in
        // Before anything large is taken in.
        try await call.campus.checkMayImportAnswers(call.access)
        let text = try UTF8Text.decode(try await call.bytes(upTo: Limits.answerImport))
        return try .json(Body(try await call.campus.importAnswers(csv: text, call.access)))
    }
}
