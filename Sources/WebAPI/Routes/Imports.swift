import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning

/// Operations on imports of packages.
enum Imports {
    static let create = Operation(
        summary: "Upload a package: the body is the file. Its import runs as soon as the ones before it have ended.",
        who: "trainers",
        items: [
            .query("file_name", .string(1...200), "What the file is called, for people.", required: true),
            .query(
                "hold", .boolean,
                "Publish no new version of a course that is known before somebody has seen what it changes."),
        ],
        body: .init(type: "application/octet-stream", schema: .bytes),
        replies: [(202, .json(ImportRow.schema))], refusals: [413]
    ) { call in
        guard let name = try call.text("file_name", upTo: 200) else {
            throw Refusal.invalid("file_name", "required", "Say what the file is called, in 1 to 200 characters.")
        }
        let isHold = try call.queryFlag("hold")
        let announced = call.request.headers[.contentLength].flatMap { Int($0) }
        let job = try await call.campus.receive(
            fileName: name, isHold: isHold, announced: announced, by: call.access
        ) { upload in
            do {
                try await call.readBody { try await upload.append($0.readableBytesView) }
            } catch let refusal as Refusal {
                throw refusal
            } catch {
                throw Refusal(.invalid, "cut-off", "The upload was cut off: send the file again.")
            }
        }
        var reply = try Reply.json(ImportRow(job, findings: []), status: .accepted)
        reply.headers[.location] = "/v1/imports/\(job.id)"
        return reply
    }

    static let list = Operation(
        summary: "List imports, newest first.", who: "trainers and leaders", items: Operation.Item.page,
        replies: [(200, .json(.listing(ImportRow.schema)))]
    ) { call in
        let limit = try call.limit()
        let after = try call.cursor(list: "imports", count: 1)?.first.map { Identifier<ImportJob>(stored: $0) }
        let imports = try await call.campus.imports(page: Page(after: after, limit: limit + 1), by: call.access)
        return try .json(
            Listing(
                imports, limit: limit, list: "imports", row: { ImportRow($0.job, findings: $0.findings) },
                key: { [$0.job.id.text] }))
    }

    static let show = Operation(
        summary: "Show an import: how far it is, what came of it, and what there is to say.",
        who: "trainers and leaders", replies: [(200, .json(ImportRow.schema))]
    ) { call in
        let record = try await call.campus.importJob(try call.identifier(what: "import"), by: call.access)
        return try .json(ImportRow(record.job, findings: record.findings))
    }

    static let changes = Operation(
        summary: "Show what an import that is held would change, or what one that was held has changed.",
        who: "trainers and leaders", replies: [(200, .json(ChangesBody.schema))]
    ) { call in
        try .json(ChangesBody(try await call.campus.changes(of: try call.identifier(what: "import"), by: call.access)))
    }

    static let publish = Operation(
        summary: "Publish an import that is held.", who: "trainers", replies: [(202, .json(ImportRow.schema))],
        refusals: [409]
    ) { call in
        let record = try await call.campus.publishImport(try call.identifier(what: "import"), by: call.access)
        var reply = try Reply.json(ImportRow(record.job, findings: record.findings), status: .accepted)
        reply.headers[.location] = "/v1/imports/\(record.job.id)"
        return reply
    }
}
