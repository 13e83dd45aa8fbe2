public import Learning
public import Persistence

/// Inboxes as rows.
public enum NoticeStore {
    private static let columns: SQLQuery = "id, person_id, kind, text, subject, created_at, read_at"

    /// Puts a notice into its person's inbox.
    public static func insert(_ notice: Notice, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO notice (id, person_id, kind, text, subject, created_at, read_at)
            VALUES (
                \(notice.id), \(notice.personID), \(notice.kind), \(notice.text), \(notice.subject),
                \(notice.createdAt), \(notice.readAt)
            )
            """)
    }

    /// Puts notices into the inboxes of their persons.
    public static func insert(_ notices: [Notice], _ connection: any SQLConnection) throws {
        try Slices.forEach(notices) { slice in
            let rows = slice.map { notice -> [SQLValue] in
                [
                    notice.id.sqlValue, notice.personID.sqlValue, .text(notice.kind.rawValue), .text(notice.text),
                    notice.subject.sqlValue, notice.createdAt.sqlValue, notice.readAt.sqlValue,
                ]
            }
            try connection.execute("INSERT INTO notice (\(columns)) VALUES \(rows: rows)")
        }
    }

    /// One notice of a person's; nil when there is none with this id, or it is not theirs.
    public static func find(
        _ id: Identifier<Notice>, of person: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Notice? {
        try connection.first("SELECT \(columns) FROM notice WHERE id = \(id) AND person_id = \(person)")
    }

    /// A person's inbox, newest first.
    /// - Parameter page: its key is the id of the last notice that the caller has.
    public static func list(
        of person: Identifier<Person>, unreadOnly: Bool, page: Page<Identifier<Notice>>,
        _ connection: any SQLConnection
    ) throws -> [Notice] {
        let unread: SQLQuery = unreadOnly ? "AND read_at IS NULL" : ""
        let after: SQLQuery = page.after.map { "AND id < \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT \(columns) FROM notice WHERE person_id = \(person) \(unread) \(after)
            ORDER BY id DESC LIMIT \(page.limit)
            """)
    }

    /// Those of some people who were told of something before.
    public static func told(
        _ kind: Notice.Kind, of subject: String, among people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> Set<Identifier<Person>> {
        guard !people.isEmpty else { return [] }
        return Set(
            try connection.column(
                """
                SELECT person_id FROM notice
                WHERE person_id IN \(list: people) AND kind = \(kind) AND subject = \(subject)
                """, of: Identifier<Person>.self))
    }

    /// Notes when a notice was read, or that it was not.
    public static func setRead(
        _ id: Identifier<Notice>, at instant: Instant?, _ connection: any SQLConnection
    ) throws {
        try connection.execute("UPDATE notice SET read_at = \(instant) WHERE id = \(id)")
    }
}

extension Notice: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), personID: try row.next(), kind: try row.next(), text: try row.next(),
            subject: try row.next(), createdAt: try row.next(), readAt: try row.next())
    }
}
