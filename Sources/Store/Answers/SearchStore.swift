public import Learning
public import Persistence

/// The log of searches as rows.
public enum SearchStore {
    private static let columns: SQLQuery = """
        id, person_id, words, course_id, activity, found, is_weak, outcome, helped_by, created_at
        """

    /// Adds searches; those that are there already stay as they are.
    public static func insert(_ searches: [Search], _ connection: any SQLConnection) throws {
        guard !searches.isEmpty else { return }
        let rows = searches.map { search -> [SQLValue] in
            [
                search.id.sqlValue, search.personID.sqlValue, .text(search.words), .text(SortKey.make(search.words)),
                search.courseID.sqlValue, search.activity.sqlValue, search.found.sqlValue, search.isWeak.sqlValue,
                search.outcome.sqlValue, search.helpedBy.sqlValue, search.createdAt.sqlValue,
            ]
        }
        try connection.execute(
            """
            INSERT INTO search (
                id, person_id, words, words_key, course_id, activity, found, is_weak, outcome, helped_by, created_at
            ) VALUES \(rows: rows)
            ON CONFLICT (id) DO NOTHING
            """)
        try noteVersions(of: searches.filter { $0.courseID != nil }.map(\.id), connection)
        try StuckVoiceStore.take(searches: searches.filter(\.cameToNothing).map(\.id), connection)
    }

    /// Notes which version of its course each of these searches was made from: the searcher's own, or else the present one.
    private static func noteVersions(of ids: [Identifier<Search>], _ connection: any SQLConnection) throws {
        try Slices.forEachList(ids) { list in
            try connection.execute(
                """
                UPDATE search SET version_id = COALESCE(
                    (SELECT enrollment.version_id FROM enrollment
                     WHERE enrollment.person_id = search.person_id AND enrollment.course_id = search.course_id
                       AND enrollment.ended_at IS NULL
                     ORDER BY enrollment.last_event_at DESC NULLS LAST, enrollment.id DESC LIMIT 1),
                    (SELECT course.version_id FROM course WHERE course.id = search.course_id))
                WHERE id IN \(list: list) AND version_id IS NULL
                """)
        }
    }

    /// One search of a person's; nil when there is none with this id, or it is not theirs.
    public static func find(
        _ id: Identifier<Search>, of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Search? {
        try connection.first("SELECT \(columns) FROM search WHERE id = \(id) AND person_id = \(person)")
    }

    /// A person's searches, newest first.
    /// - Parameter page: its key is the id of the last search that the caller has.
    public static func list(
        of person: Identifier<Person>, page: Page<Identifier<Search>>, _ connection: any SQLConnection
    ) throws -> [Search] {
        let after: SQLQuery = page.after.map { "AND id < \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(columns) FROM search WHERE person_id = \(person) \(after) ORDER BY id DESC LIMIT \(page.limit)
            """)
    }

    /// Notes what a search came to.
    /// - Returns: false when there is no such search of this person's.
    public static func setOutcome(
        _ outcome: Search.Outcome, helpedBy: String?, of id: Identifier<Search>, by person: Identifier<Person>,
        _ connection: any SQLConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE search SET outcome = \(outcome), helped_by = \(helpedBy)
            WHERE id = \(id) AND person_id = \(person)
            """)
        guard changed == 1 else { return false }
        if outcome != .helped { try StuckVoiceStore.take(searches: [id], connection) }
        return true
    }

    /// Notes that a person was asked, unless the search helped.
    public static func setAsked(_ id: Identifier<Search>, _ connection: any SQLConnection) throws {
        try connection.execute(
            "UPDATE search SET outcome = 'asked' WHERE id = \(id) AND (outcome IS NULL OR outcome = 'not-helped')")
        try StuckVoiceStore.take(searches: [id], connection)
    }
}

extension Search: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), personID: try row.next(), words: try row.next(), courseID: try row.next(),
            activity: try row.next(), found: try row.next(), isWeak: try row.next(), outcome: try row.next(),
            helpedBy: try row.next(), createdAt: try row.next())
    }
}
