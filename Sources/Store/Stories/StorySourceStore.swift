public import Learning
public import Persistence

/// The stories that can be found: those that their person said yes to.
public enum StorySourceStore {
    /// A story as the search index reads it.
    public struct StorySource: Sendable, RowDecodable {
        public let id: Identifier<Story>
        public let isApproved: Bool
        public let initiativeID: Identifier<Initiative>
        public let courseID: Identifier<Course>?
        public let module: String?
        public let text: String
        /// The one that its author reads.
        public let language: String

        public init(row: inout SQLRow) throws {
            id = try row.next()
            isApproved = try row.next(Story.State.self) == .approved
            initiativeID = try row.next()
            courseID = try row.next()
            module = try row.next()
            text = try row.next()
            language = try row.next()
        }
    }

    private static let stories: SQLQuery = """
        SELECT story.id, story.state, story.initiative_id, story.course_id, story.module_key, story.text, author.locale
        FROM story JOIN person AS author ON author.id = story.author_id
        """

    /// Approved stories in the order of their ids, after one.
    public static func stories(
        after id: Identifier<Story>?, limit: Int, _ connection: any SQLConnection
    ) throws -> [StorySource] {
        let after: SQLQuery = id.map { "AND story.id > \($0)" } ?? ""
        return try connection.rows(
            "\(stories) WHERE story.state = 'approved' \(after) ORDER BY story.id LIMIT \(limit)")
    }

    /// Some stories, approved or not.
    public static func stories(
        _ ids: [Identifier<Story>], _ connection: any SQLConnection
    ) throws -> [StorySource] {
        guard !ids.isEmpty else { return [] }
        return try connection.rows("\(stories) WHERE story.id IN \(list: ids)")
    }

    /// Has the approved stories of an author read anew, whose language is another one.
    public static func noteChange(
        ofAuthor person: Identifier<Person>, _ connection: any SQLConnection
    ) throws {
        let ids = try connection.column(
            "SELECT id FROM story WHERE author_id = \(person) AND state = 'approved' ORDER BY id",
            of: Identifier<Story>.self)
        try ChangeStore.append(.story, subjects: ids.map(\.text), connection)
    }

    /// The initiatives whose approved stories somebody may read.
    public static func initiatives(
        seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Initiative>> {
        Set(
            try connection.column(
                "SELECT initiative.id FROM initiative WHERE \(InitiativeStore.isSeen(by: caller))",
                of: Identifier<Initiative>.self))
    }
}
