public import Learning
public import Persistence

extension PersonStore {
    /// The people that the caller may see, by name.
    public static func list(
        seenBy caller: Caller, _ filter: PersonFilter = PersonFilter(), page: Page<PersonPlace>,
        _ connection: any SQLConnection
    ) throws -> [Person] {
        var query: SQLQuery = "SELECT \(columns) FROM person WHERE \(TeamStore.isSeen(by: caller, "person.id"))"
        if let prefix = filter.prefix {
            let key = SortKey.make(prefix)
            query =
                query + """
                     AND person.id IN (SELECT person_key.person_id FROM person_key
                                       WHERE person_key.key >= \(key) AND person_key.key < \(SortKey.bound(key)))
                    """
        }
        if let team = filter.team { query = query + " AND person.id IN \(TeamStore.below(team))" }
        if !filter.includesLeft { query = query + " AND person.left_at IS NULL" }
        if let after = page.after { query = query + " AND \(after.isBefore)" }
        return try connection.rows(query + " ORDER BY person.name_key, person.id LIMIT \(page.limit)")
    }

    /// One person, if the caller may see them.
    public static func find(
        _ id: Identifier<Person>, seenBy caller: Caller, _ connection: any SQLConnection
    ) throws -> Person? {
        try connection.first(
            """
            SELECT \(columns) FROM person
            WHERE person.id = \(id) AND \(TeamStore.isSeen(by: caller, "person.id"))
            """)
    }
}

extension PersonPlace {
    /// A condition: this place lies before the row of `person`.
    var isBefore: SQLQuery { "(person.name_key, person.id) > (\(nameKey), \(id))" }
}
