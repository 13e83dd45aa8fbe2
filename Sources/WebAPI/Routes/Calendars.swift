import Campus
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// The caller's plan as a calendar that other programs subscribe to.
enum Calendars {
    private struct Standing: Encodable {
        @Nullable var createdAt: Timestamp?
    }

    private struct Made: Encodable {
        let url: String
        let createdAt: Timestamp
    }

    static let show = Operation(
        summary: "Say whether the caller's plan has an address for calendar programs.", who: "everybody, their own",
        replies: [
            (
                200,
                .json(.object(["created_at": Schema.time.nullable.described("Null: it has none.")]))
            )
        ]
    ) { call in
        try .json(Standing(createdAt: Timestamp(try await call.campus.calendarMadeAt(call.access))))
    }

    static let create = Operation(
        summary: "Give the caller's plan a secret address for calendar programs; the one before is dead at once.",
        who: "everybody, their own",
        replies: [
            (
                201,
                .json(.object(["url": Schema.string.described("Shown once."), "created_at": .time]))
            )
        ]
    ) { call in
        let made = try await call.campus.makeCalendar(call.access)
        return try .secret(Made(url: made.url, createdAt: Timestamp(made.createdAt)), at: "/v1/calendar")
    }

    static let delete = Operation(
        summary: "End the address of the caller's plan.", who: "everybody, their own", replies: [(204, nil)]
    ) { call in
        try await call.campus.endCalendar(call.access)
        return .noContent
    }

    static let file = Operation(
        summary: "A plan as iCalendar (RFC 5545): every step with a date.", who: "whoever has its secret address",
        replies: [(200, Operation.Content(type: "text/calendar", schema: .string))], refusals: [404, 429],
        needsSignIn: false
    ) { call in
        let name = try call.parameter("file")
        guard name.hasSuffix(".ics") else { throw Refusal.missing("calendar") }
        let text = try await call.campus.calendar(secret: String(name.dropLast(4)), address: call.clientAddress)
        return Reply(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .cacheControl: "private, max-age=300",
                .contentDisposition: "inline; filename=\"plan.ics\"",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
