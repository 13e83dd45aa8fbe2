public import Learning
public import Persistence

extension TokenStore {
    /// Whom live tokens speak for, by the hashes of their secrets; those that are unknown, over or revoked, or whose person
    /// has left, are not among them.
    public static func callers(
        hashes: [String], now: Instant, _ connection: any SQLConnection
    ) throws -> SQLReply<[String: Caller]> {
        let callers = SQLReply([String: Caller](), connection)
        try Slices.forEachList(hashes) { list in
            try connection.ask(
                """
                SELECT token.hash, \(callerColumns), token.scope
                FROM token JOIN person ON person.id = token.person_id
                WHERE token.hash IN \(list: list) AND token.revoked_at IS NULL AND token.expires_at > \(now)
                  AND person.left_at IS NULL
                """
            ) { row in
                let hash: String = try row.next()
                callers.rows[hash] = try Caller(row: &row)
            }
        }
        return callers
    }

    /// Whom the command line speaks for; those who are unknown or have left are not among them.
    public static func callers(
        people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> SQLReply<[Identifier<Person>: Caller]> {
        let callers = SQLReply([Identifier<Person>: Caller](), connection)
        try Slices.forEachList(people) { list in
            try connection.ask(
                "SELECT \(callerColumns), 'all' FROM person WHERE person.id IN \(list: list) AND person.left_at IS NULL"
            ) { row in
                let caller = try Caller(row: &row)
                callers.rows[caller.id] = caller
            }
        }
        return callers
    }
}
