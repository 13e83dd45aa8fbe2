import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// Packages that are given out: a course's own, and a starter.
enum Packages {
    /// Bytes that are sent together.
    private static let part = 256 << 10

    static let show = Operation(
        summary: "A version's package as a zip: the files that were imported. Importing it again changes nothing.",
        who: "trainers", replies: [(200, .init(type: "application/zip", schema: .bytes))], refusals: [409]
    ) { call in
        let package = try await call.campus.exportPackage(
            of: try call.identifier(what: "course"), version: try call.identifier("version", what: "version"),
            by: call.access)
        let body = ResponseBody(contentLength: package.size) { writer in
            var position = 0
            while position < package.size {
                let range = position..<min(position + part, package.size)
                try await writer.write(ByteBuffer(bytes: try await call.campus.bytes(of: package, in: range)))
                position = range.upperBound
            }
            try await writer.finish(nil)
        }
        return Reply(status: .ok, headers: headers(package.name), body: body)
    }

    static let starter = Operation(
        summary: "A course to begin with, as a zip: complete, short, and written to be changed.", who: "trainers",
        items: [.query("title", .string(1...200), "What the course is called.", required: true)],
        replies: [(200, .init(type: "application/zip", schema: .bytes))]
    ) { call in
        guard let title = try call.text("title", upTo: 200)?.trimmingCharacters(in: .whitespacesAndNewlines),
            !title.isEmpty
        else {
            throw Refusal.invalid("title", "required", "Say what the course is called, in 1 to 200 characters.")
        }
        // What XML cannot hold, and what makes more lines than one.
        guard !title.unicodeScalars.contains(where: { $0.value < 32 || 0xFFFE...0xFFFF ~= $0.value }) else {
            throw Refusal.invalid("title", "control-character", "A title is one line of letters, digits and signs.")
        }
        let (name, bytes) = try await call.campus.starterPackage(titled: title, by: call.access)
        return Reply(status: .ok, headers: headers(name), body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func headers(_ name: String) -> HTTPFields {
        [
            .contentType: "application/zip", .cacheControl: "no-store",
            .contentDisposition: "attachment; filename=\"\(name)\"",
        ]
    }
}
