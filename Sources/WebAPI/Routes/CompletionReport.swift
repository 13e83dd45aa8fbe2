import Campus
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// How far people are, as JSON or as a table.
enum CompletionReport {
    private enum Format: String, CaseIterable { case json, csv }

    static let show = Operation(
        summary: "Report how far people are, by course, module, team or person; from counters, as one document.",
        who:
            "managers for their own tree, by name; trainers with names in courses they own; trainers, and leaders from "
            + "five people on, numbers of courses and modules as a whole; admins all",
        items: [
            .query("course", .id(Course.idPrefix), "Only this course."),
            .query("team", .id(Person.idPrefix), "Only people below this manager, at every depth."),
            .query("by", .words(CompletionGrouping.self), "What a row is about; course unless said otherwise."),
            .query("format", .words(Format.self), "json unless said otherwise."),
        ],
        replies: [
            (200, .json(.object(["rows": .array(row)]))), (200, Operation.Content(type: "text/csv", schema: .string)),
        ]
    ) { call in
        let request = CompletionRequest(
            by: try call.queryChoice("by") ?? .course, course: try call.queryIdentifier("course"),
            team: try call.queryIdentifier("team"))
        switch try call.queryChoice("format", Format.self) ?? .json {
        case .json: return try await json(request, call)
        case .csv: return try await csv(request, call)
        }
    }

    private static let row = Schema.object([
        "course_id": .id(Course.idPrefix), "course_title": .string, "module_key": .string.nullable,
        "module_title": .string.nullable,
        "team_id": .id(Person.idPrefix).nullable.described("The manager whose team it is."),
        "team_name": .string.nullable, "person_id": .id(Person.idPrefix).nullable, "person_name": .string.nullable,
        "enrolled": .integer.described("Enrollments of people who are here."), "started": .integer,
        "completed": .integer,
        "required": .integer.described("Items that count, over all these enrollments."), "done": .integer,
        "fraction": .number(0...1),
    ])

    private static func json(_ request: CompletionRequest, _ call: Call) async throws -> Reply {
        // What is refused is refused before the first byte.
        let first = try await call.campus.completion(request, call.access)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: #"{"rows":["#))
            var isFirst = true
            var parts = Parts(request: request, call: call, part: first)
            while let rows = try await parts.next() {
                var buffer = ByteBuffer()
                for row in rows {
                    if !isFirst { buffer.writeString(",") }
                    isFirst = false
                    buffer.writeBytes(try JSONWriter.bytes(of: row))
                }
                try await writer.write(buffer)
            }
            try await writer.write(ByteBuffer(string: "]}"))
            try await writer.finish(nil)
        }
        return Reply(status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: body)
    }

    private static func csv(_ request: CompletionRequest, _ call: Call) async throws -> Reply {
        let first = try await call.campus.completion(request, call.access)
        let table = CompletionTable(request.grouping)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: table.header))
            var parts = Parts(request: request, call: call, part: first)
            while let rows = try await parts.next() {
                try await writer.write(ByteBuffer(string: rows.map(table.line).joined()))
            }
            try await writer.finish(nil)
        }
        return Reply(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(table.fileName)\"",
            ], body: body)
    }

    /// A report's rows, a part at a time. When a part cannot be read the connection ends, so that nobody takes half a report
    /// for a whole one.
    private struct Parts {
        let request: CompletionRequest
        let call: Call
        var part: CompletionPage?

        mutating func next() async throws -> [CompletionRow]? {
            guard let now = part else { return nil }
            part = nil
            if let place = now.next { part = try await call.campus.completion(request, after: place, call.access) }
            return now.rows
        }
    }
}
