public import Learning
public import Persistence

/// One-use links as rows, found by the hash of their secret.
public enum InvitationStore {
    public static func insert(_ invitation: Invitation, hash: String, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO invitation (id, purpose, person_id, hash, created_by, created_at, expires_at, used_at)
            VALUES (
                \(invitation.id), \(invitation.purpose), \(invitation.personID), \(hash), \(invitation.createdBy),
                \(invitation.createdAt), \(invitation.expiresAt), NULL
            )
            """)
    }

    /// A link that can still be used; nil when it is unknown, used or over, or its person has left.
    public static func find(hash: String, now: Instant, _ connection: any SQLConnection) throws -> Invitation? {
        try connection.first(
            """
            SELECT invitation.id, invitation.purpose, invitation.person_id, invitation.created_by,
                   invitation.created_at, invitation.expires_at
            FROM invitation LEFT JOIN person ON person.id = invitation.person_id
            WHERE invitation.hash = \(hash) AND invitation.used_at IS NULL AND invitation.expires_at > \(now)
              AND person.left_at IS NULL
            """)
    }

    /// Uses a link up.
    /// - Returns: false when somebody was faster.
    public static func use(
        _ id: Identifier<Invitation>, now: Instant, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE invitation SET used_at = \(now) WHERE id = \(id) AND used_at IS NULL AND expires_at > \(now)") == 1
    }

    /// Ends every open link of a person, or every open set-up link.
    public static func end(
        of person: Identifier<Person>?, now: Instant, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE invitation SET used_at = \(now)
            WHERE person_id IS NOT DISTINCT FROM \(person) AND used_at IS NULL
            """)
    }

    /// Ends every open link for one purpose.
    public static func end(_ purpose: Invitation.Purpose, now: Instant, _ connection: any SQLConnection) throws {
        try connection.execute("UPDATE invitation SET used_at = \(now) WHERE purpose = \(purpose) AND used_at IS NULL")
    }

    /// Ends every open link.
    /// - Returns: how many there were.
    public static func endAll(now: Instant, _ connection: any SQLConnection) throws -> Int {
        try connection.execute("UPDATE invitation SET used_at = \(now) WHERE used_at IS NULL AND expires_at > \(now)")
    }
}

extension Invitation: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            id: try row.next(), purpose: try row.next(), personID: try row.next(), createdBy: try row.next(),
            createdAt: try row.next(), expiresAt: try row.next())
    }
}
