public import Learning
public import Persistence

/// What people answered to invitations, as rows.
public enum InitiativeReplyStore {
    private static let columns: SQLQuery = """
        initiative_reply.person_id, initiative_reply.answer, initiative_reply.because, initiative_reply.said_at
        """

    /// Adds a reply after all that were given to this invitation; the initiative is held.
    public static func insert(
        _ reply: InitiativeReply, to id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO initiative_reply (initiative_id, position, person_id, answer, because, said_at)
            SELECT \(id), COALESCE(MAX(position), 0) + 1, CAST(\(reply.personID) AS TEXT),
                   CAST(\(reply.answer) AS TEXT), CAST(\(reply.because) AS TEXT),
                   CAST(\(reply.saidAt) AS \(.integer))
            FROM initiative_reply WHERE initiative_id = \(id)
            """)
    }

    /// All replies to an invitation, in the order in which they were committed.
    public static func list(
        of id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> [InitiativeReply] {
        try connection.rows(
            "SELECT \(columns) FROM initiative_reply WHERE initiative_id = \(id) ORDER BY position")
    }

    /// One person's, in the order in which they were given.
    public static func list(
        of person: Identifier<Person>, to id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> [InitiativeReply] {
        try connection.rows(
            """
            SELECT \(columns) FROM initiative_reply
            WHERE person_id = \(person) AND initiative_id = \(id) ORDER BY position
            """)
    }

    /// The latest reply of one person to each of these invitations.
    static func latest(
        of person: Identifier<Person>, to ids: [Identifier<Initiative>], _ connection: any SQLConnection
    ) throws -> [Identifier<Initiative>: InitiativeReply] {
        var latest: [Identifier<Initiative>: InitiativeReply] = [:]
        try connection.forEach(
            """
            SELECT initiative_reply.initiative_id, \(columns) FROM initiative_reply
            WHERE person_id = \(person) AND initiative_id IN \(list: ids) ORDER BY initiative_id, position
            """
        ) { row in
            let id: Identifier<Initiative> = try row.next()
            latest[id] = try InitiativeReply(row: &row)
        }
        return latest
    }
}

extension InitiativeReply: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            personID: try row.next(), answer: try row.next(), because: try row.next(), saidAt: try row.next())
    }
}
