import Campus
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// All answers as a file.
enum AnswersExport {
    /// Answers that are read together.
    private static let part = 500

    static let show = Operation(
        summary:
            "All published answers as a file, in the order in which they came; taken in again it changes nothing. A "
            + "Moodle glossary holds question, text, other phrasings, tags, key and course alone.",
        who: "trainers",
        items: [
            .query("format", .words(AnswerFormat.self), "Of these; csv unless said otherwise.")
        ],
        replies: [
            (200, Operation.Content(type: "text/csv", schema: .string)),
            (
                200,
                .json(
                    .object([
                        "answers": .array(
                            .object([
                                "key": .string, "question": .string, "also": .array(.string), "text": .string,
                                "tags": .array(.string),
                                "course": .string.nullable, "activity": .string.nullable, "owner": .string.nullable,
                                "language": .string,
                                "verify_by": .date.nullable,
                            ]))
                    ]))
            ),
            (200, Operation.Content(type: "application/xml", schema: .string)),
        ]
    ) { call in
        let format = try call.queryChoice("format", AnswerFormat.self) ?? .csv
        // What is refused is refused before the first byte.
        let first = try await call.campus.answerLines(after: nil, limit: part, call.access)
        let body = ResponseBody { writer in
            var file = AnswerWriter(format)
            try await writer.write(ByteBuffer(string: file.header))
            var lines = first
            while let last = lines.last {
                try await writer.write(ByteBuffer(string: lines.map { file.write($0.line) }.joined()))
                guard lines.count == part else { break }
                lines = try await call.campus.answerLines(after: last.id, limit: part, call.access)
            }
            try await writer.write(ByteBuffer(string: file.footer))
            try await writer.finish(nil)
        }
        return Reply(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(format.fileName)\"",
            ], body: body)
    }
}
