public import Learning
public import Persistence

/// Stories as rows.
public enum StoryStore {
    private static let summaries: SQLQuery = """
        SELECT story.id, story.initiative_id, story.author_id, story.about_id, story.course_id, story.module_key,
               story.text, story.state, story.created_at, story.decided_at, story.revision,
               initiative.title, author.name, about.name, module.title, author.locale
        FROM story
        JOIN initiative ON initiative.id = story.initiative_id
        JOIN person AS author ON author.id = story.author_id
        JOIN person AS about ON about.id = story.about_id
        LEFT JOIN course ON course.id = story.course_id
        LEFT JOIN module ON module.version_id = course.version_id AND module.key = story.module_key
        """

    /// A condition: the caller told it, is told about in it, or it was approved in an initiative that they may see.
    private static func isSeen(by caller: Caller) -> SQLQuery {
        """
        (story.author_id = \(caller.id) OR story.about_id = \(caller.id)
            OR (story.state = 'approved' AND \(InitiativeStore.isSeen(by: caller))))
        """
    }

    /// One story, if the caller may see it.
    public static func find(
        _ id: Identifier<Story>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> StorySummary? {
        try connection.first("\(summaries) WHERE story.id = \(id) AND \(isSeen(by: caller))")
    }

    /// Those of some stories that were approved and that the caller may see, in no order.
    public static func approved(
        _ ids: [Identifier<Story>], seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> [StorySummary] {
        guard !ids.isEmpty else { return [] }
        return try connection.rows(
            """
            \(summaries) WHERE story.id IN \(list: ids) AND story.state = 'approved'
                AND \(InitiativeStore.isSeen(by: caller))
            """)
    }

    /// How many stories of an author about one person wait for their yes.
    public static func waiting(
        by author: Identifier<Person>, about person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Int {
        try connection.value(
            "SELECT COUNT(*) FROM story WHERE about_id = \(person) AND author_id = \(author) AND state = 'waiting'")
            ?? 0
    }

    /// The stories that the caller may see, newest first.
    /// - Parameters:
    ///   - initiative: only of this one.
    ///   - onlyOwn: only those that the caller told or is told about in.
    public static func list(
        initiative: Identifier<Initiative>?, onlyOwn: Bool, seenBy caller: Caller, page: Page<Identifier<Story>>,
        _ connection: any SQLConnection
    ) throws -> [StorySummary] {
        var query: SQLQuery = "\(summaries) WHERE \(isSeen(by: caller))"
        if let initiative { query = query + " AND story.initiative_id = \(initiative)" }
        if onlyOwn { query = query + " AND (story.author_id = \(caller.id) OR story.about_id = \(caller.id))" }
        if let last = page.after { query = query + " AND story.id < \(last)" }
        return try connection.rows(query + " ORDER BY story.id DESC LIMIT \(page.limit)")
    }

    /// Adds a story.
    public static func insert(_ story: Story, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO story (
                id, initiative_id, author_id, about_id, course_id, module_key, text, state, created_at, decided_at,
                revision
            ) VALUES (
                \(story.id), \(story.initiativeID), \(story.authorID), \(story.aboutID), \(story.courseID),
                \(story.module), \(story.text), \(story.state), \(story.createdAt), \(story.decidedAt),
                \(story.revision)
            )
            """)
        if story.state == .approved { try ChangeStore.append(.story, subject: story.id.text, connection) }
    }

    /// Writes a story's state, one revision further.
    /// - Returns: false when it was changed since.
    public static func update(_ story: Story, _ connection: any SQLConnection) throws -> Bool {
        let isChanged =
            try connection.execute(
                """
                UPDATE story
                SET state = \(story.state), decided_at = \(story.decidedAt), revision = \(story.revision)
                WHERE id = \(story.id) AND revision = \(story.revision - 1)
                """) == 1
        if isChanged { try ChangeStore.append(.story, subject: story.id.text, connection) }
        return isChanged
    }

    /// Whether a course's current version has this stage.
    public static func hasModule(
        _ key: String, course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM module JOIN course ON course.version_id = module.version_id
            WHERE course.id = \(course) AND module.key = \(key)
            """, of: Int.self) != nil
    }
}

extension Story.State: SQLConvertible {}

extension StorySummary: RowDecodable {
    public init(row: inout SQLRow) throws {
        let story = Story(
            id: try row.next(), initiativeID: try row.next(), authorID: try row.next(), aboutID: try row.next(),
            courseID: try row.next(), module: try row.next(), text: try row.next(), state: try row.next(),
            createdAt: try row.next(), decidedAt: try row.next(), revision: try row.next())
        self.init(
            story: story, initiativeTitle: try row.next(), authorName: try row.next(), aboutName: try row.next(),
            moduleTitle: try row.next(), language: try row.next())
    }
}
