import Campus
import HTTPTypes
import Learning

/// The inbox.
enum Notices {
    static let list = Operation(
        summary: "List the caller's notices, newest first.", who: "everybody, their own",
        items: Operation.Item.page + [.query("unread", .boolean, "Only those that were not read.")],
        replies: [(200, .json(.listing(NoticeBody.schema)))]
    ) { call in
        let page = try call.page(of: "notices", Notice.self)
        let notices = try await call.campus.notices(
            unreadOnly: try call.queryFlag("unread"), page: page.andOneMore, call.access)
        return try .json(
            Listing(notices, limit: page.limit, list: "notices", row: NoticeBody.init) { [$0.id.text] })
    }

    static let update = Operation(
        summary: "Mark a notice as read, or as unread again.", who: "everybody, their own", items: [.ifMatch],
        body: .json(.object(["read": .boolean])), replies: [(200, .json(NoticeBody.schema))]
    ) { call in
        let id = try call.identifier(of: Notice.self, what: "notice")
        let body = try await call.fields()
        let isRead = body.optionalBool("read")
        if isRead == nil, !body.has("read") || body.isNull("read") {
            body.problem("read", "required", "This field is required.")
        }
        try body.check()
        let revision = try call.ifMatch()
        let notice = try await call.campus.setRead(isRead ?? true, id, revision: revision, call.access)
        return try .json(NoticeBody(notice), etag: notice.revision)
    }
}

/// A notice as JSON.
private struct NoticeBody: Encodable {
    let id: Identifier<Notice>
    let kind: String
    let text: String
    @Nullable var subject: String?
    let createdAt: Timestamp
    @Nullable var readAt: Timestamp?
    let revision: Int

    init(_ notice: Notice) {
        id = notice.id
        kind = notice.kind.rawValue
        text = notice.text
        subject = notice.subject
        createdAt = Timestamp(notice.createdAt)
        readAt = Timestamp(notice.readAt)
        revision = notice.revision
    }

    static let schema = Schema.object([
        "id": .id("ntc"), "kind": .words(Notice.Kind.self),
        "text": .string.described("Why it came, in plain text."),
        "subject": .string.nullable.described(
            "What it is about: an id; of a practice enrollment/activity/occurrence; of several, the list: questions, answers."
        ), "created_at": .time,
        "read_at": .time.nullable, "revision": .integer.described("For If-Match."),
    ])
}
