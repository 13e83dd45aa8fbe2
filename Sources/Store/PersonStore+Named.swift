public import Learning
public import Persistence

extension PersonStore {
    /// Who is meant by names as people write them: an e-mail in any case, an external id, or an id; in this order, as at
    /// sign-in. Only who is here.
    /// - Returns: the ids by the names as they were written; names of nobody are left out.
    public static func find(
        named names: Set<String>, _ connection: any SQLConnection
    ) throws -> [String: Identifier<Person>] {
        guard !names.isEmpty else { return [:] }
        let ids = names.compactMap { Identifier<Person>($0) }
        let rows = try connection.tuples(
            """
            SELECT id, external_id, email_key FROM person
            WHERE left_at IS NULL AND (external_id IN \(list: names.sorted())
                OR email_key IN \(list: names.map { $0.lowercased() }) OR id IN \(list: ids))
            """, Identifier<Person>.self, String?.self, String?.self)
        var found: [String: Identifier<Person>] = [:]
        for name in names {
            let row = rows.first { $0.2 == name.lowercased() } ?? rows.first { $0.1 == name }
            found[name] = row?.0 ?? rows.first { $0.0 == Identifier(name) }?.0
        }
        return found
    }

    /// The names of these people, those who left included.
    public static func names(
        of ids: Set<Identifier<Person>>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: String] {
        var names: [Identifier<Person>: String] = [:]
        try Slices.forEachList(ids.sorted()) { list in
            for (id, name) in try connection.tuples(
                "SELECT id, name FROM person WHERE id IN \(list: list)", Identifier<Person>.self, String.self)
            {
                names[id] = name
            }
        }
        return names
    }
}
