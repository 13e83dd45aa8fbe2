import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning

/// Bringing a file of answers.
enum AnswersImport {
    private struct Row: Encodable {
        let line: Int
        let column: Int
        @Nullable var pointer: String?
        let result: String
        @Nullable var error: Refusal.Detail?
        let warnings: [Refusal.Detail]

        init(_ row: AnswerRowResult) {
            line = row.position.line
            column = row.position.column
            pointer = row.pointer.isEmpty ? nil : row.pointer
            result = row.word
            warnings = row.warnings
            if case .refused(let detail) = row.outcome { error = detail }
        }

        static let schema = Schema.object([
            "line": Schema.integer.described("On which the answer starts in the file."),
            "column": Schema.integer.described("At which it starts there."),
            "pointer": Schema.string.nullable.described("In JSON: a JSON Pointer to the answer."),
            "result": .words(["created", "updated", "unchanged", "refused"]),
            "error": Schema.detail.nullable.described(
                "`pointer` names the column: in JSON as a pointer into the document, otherwise by itself."),
            "warnings": .array(Schema.detail.described("What could not be kept of the answer.")),
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

    /// An answer that is not as it should be is refused for itself, in the reply: the document is taken all the same.
    private static let file = Schema.object([
        "answers": .array(
            Schema(json: [:]).described(
                "Each an object: `question` and `text`; where wanted `key`, `course`, `activity`, `owner`, `language` and "
                    + "`verify_by`, all strings, and the lists of strings `also` and `tags`. A field that is not there "
                    + "changes nothing of an answer whose key is known; null empties `also`, `tags` and `activity`, and is for the rest as if the field were not there."
            ))
    ])

    static let create = Operation(
        summary:
            "Take in a file of answers; each is taken or refused for itself. A table (CSV) names in its first line the "
            + "columns: \(AnswerRow.columns.joined(separator: ", ")). XML is an `<answers>` as a curriculum has it, or what "
            + "Moodle's glossary exports.",
        who: "trainers", body: .init(type: "text/csv", schema: .string),
        otherBodies: [
            .json(file), .init(type: "application/xml", schema: .string), .init(type: "text/xml", schema: .string),
        ], replies: [(200, .json(Body.schema))]
    ) { call in
        // Before anything large is taken in.
        try await call.campus.checkMayImportAnswers(call.access)
        // Who says nothing brings a table, as it was before there were other formats.
        let format = try call.request.headers[.contentType].map { header throws(Refusal) in
            try AnswerFormat(contentType: header)
        }
        let bytes = try await call.bytes(upTo: Limits.answerImport)
        return try .json(Body(try await call.campus.importAnswers(bytes, as: format ?? .csv, call.access)))
    }
}
