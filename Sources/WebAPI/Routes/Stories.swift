import Campus
import HTTPTypes
import Learning

/// What people tell of each other in an initiative.
enum Stories {
    private struct Row: Encodable {
        let id: Identifier<Story>
        let initiativeID: Identifier<Initiative>
        let initiativeTitle: String
        let authorName: String
        let aboutName: String
        @Nullable var courseID: Identifier<Course>?
        @Nullable var module: String?
        @Nullable var moduleTitle: String?
        let text: String
        let html: String
        let state: Story.State
        let isMine: Bool
        let isAboutMe: Bool
        let createdAt: Timestamp
        @Nullable var decidedAt: Timestamp?
        let revision: Int

        init(_ summary: StorySummary, reader: Identifier<Person>) {
            let story = summary.story
            id = story.id
            initiativeID = story.initiativeID
            initiativeTitle = summary.initiativeTitle
            authorName = summary.authorName
            aboutName = summary.aboutName
            courseID = story.courseID
            module = story.module
            moduleTitle = summary.moduleTitle
            text = story.text
            html = Markup.html(story.text)
            state = story.state
            isMine = story.authorID == reader
            isAboutMe = story.aboutID == reader
            createdAt = Timestamp(story.createdAt)
            decidedAt = Timestamp(story.decidedAt)
            revision = story.revision
        }

        static let schema = Schema.object([
            "id": .id(Story.idPrefix), "initiative_id": .id(Initiative.idPrefix), "initiative_title": .string,
            "author_name": .string, "about_name": .string, "course_id": .id(Course.idPrefix).nullable,
            "module": Schema.string.nullable.described("The stage that it belongs to."),
            "module_title": .string.nullable, "text": .string.described("Markdown."), "html": .string,
            "state": .words(Story.State.self), "is_mine": .boolean.described("Whether the caller told it."),
            "is_about_me": .boolean, "created_at": .time, "decided_at": .time.nullable, "revision": .integer,
        ])
    }

    static let list = Operation(
        summary: "List stories, newest first.",
        who: "approved ones whoever sees the initiative; others their author and the person told about",
        items: [
            .query("initiative", .id(Initiative.idPrefix), "Only of this initiative."),
            .query("mine", .boolean, "Only those that the caller told or is told about in."),
        ] + Operation.Item.page,
        replies: [(200, .json(.listing(Row.schema)))]
    ) { call in
        let page = try call.page(of: "stories", Story.self)
        let list = try await call.campus.stories(
            initiative: try call.queryIdentifier("initiative"), onlyOwn: try call.queryFlag("mine"),
            page: page.andOneMore, call.access)
        return try .json(
            Listing(list.stories, limit: page.limit, list: "stories", row: { Row($0, reader: list.reader) }) {
                [$0.story.id.text]
            })
    }

    static let show = Operation(
        summary: "Show a story.", who: "whoever sees it in the list", replies: [(200, .json(Row.schema))]
    ) { call in
        try reply(try await call.campus.story(try call.identifier(of: Story.self, what: "story"), call.access))
    }

    static let create = Operation(
        summary: "Tell a story about somebody in an initiative, or about oneself; it is shown once they say yes.",
        who: "whoever sees the initiative",
        body: .json(
            .object([
                "initiative_id": .id(Initiative.idPrefix),
                "about?": Schema.string(1...254).nullable.described(
                    "An id, a personnel number or an e-mail; the caller unless said otherwise."),
                "course_id?": .id(Course.idPrefix).nullable,
                "module?": Schema.string(1...Limits.name.value).nullable.described("A stage of that course."),
                "text": .string(1...Limits.story.value).described("Markdown."),
            ])),
        replies: [(201, .json(Row.schema))], refusals: [409]
    ) { call in
        let body = try await call.fields()
        let draft = StoryDraft(
            initiativeID: body.identifier("initiative_id"), about: body.optionalString("about", 1...254),
            courseID: body.optionalIdentifier("course_id"),
            module: body.optionalString("module", 1...Limits.name.value),
            text: body.string("text", 1...Limits.story.value))
        try body.check()
        let list = try await call.campus.tell(draft, call.access)
        let story = list.stories[0].story
        return try .created(
            Row(list.stories[0], reader: list.reader), at: "/v1/stories/\(story.id)", etag: story.revision)
    }

    static let update = Operation(
        summary: "Say yes or no to a story about oneself, or take one back.",
        who: "the person told about; its author may take it back", items: [.ifMatch],
        body: .json(.object(["state": .words(["approved", "declined", "withdrawn"])])),
        replies: [(200, .json(Row.schema))], refusals: [409, 412, 428]
    ) { call in
        let id = try call.identifier(of: Story.self, what: "story")
        let body = try await call.fields()
        let state = body.choice("state", standIn: Story.State.withdrawn)
        if state == .waiting { body.problem("state", "unknown-value", "Say approved, declined or withdrawn.") }
        try body.check()
        return try reply(
            try await call.campus.setState(state, of: id, revision: try call.ifMatch(), call.access))
    }

    private static func reply(_ list: StoryList) throws -> Reply {
        try .json(Row(list.stories[0], reader: list.reader), etag: list.stories[0].story.revision)
    }
}
