public import Learning
public import Persistence

/// Learned phrasings as rows.
public enum LearnedPhrasingStore {
    /// Those of an answer that were not revoked, in the order in which they were learned.
    /// - Parameter page: its key is the id of the last one that the caller has.
    public static func list(
        of answer: Identifier<Answer>, page: Page<Identifier<LearnedPhrasing>>, _ connection: any SQLConnection
    ) throws -> [LearnedPhrasing] {
        let after: SQLQuery = page.after.map { "AND id > \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT id, words, people, learned_at FROM learned_phrasing
            WHERE answer_id = \(answer) AND revoked_at IS NULL \(after) ORDER BY id LIMIT \(page.limit)
            """)
    }

    /// The words of those of an answer that were revoked.
    public static func revoked(
        of answer: Identifier<Answer>, _ connection: any SQLConnection
    ) throws -> [String] {
        try connection.column(
            "SELECT words FROM learned_phrasing WHERE answer_id = \(answer) AND revoked_at IS NOT NULL ORDER BY id",
            of: String.self)
    }

    /// Revokes one of an answer's.
    /// - Returns: its words; nil where the answer has none of this id that holds.
    public static func revoke(
        _ id: Identifier<LearnedPhrasing>, of answer: Identifier<Answer>, now: Instant,
        _ connection: any SQLConnection
    ) throws -> String? {
        let words = try connection.value(
            """
            UPDATE learned_phrasing SET revoked_at = \(now)
            WHERE id = \(id) AND answer_id = \(answer) AND revoked_at IS NULL RETURNING words
            """, of: String.self)
        if words != nil { try ChangeStore.append(.answer, subject: answer.text, connection) }
        return words
    }

    /// Puts what was learned of an answer in the place of what was learned before; what stays keeps its id and time.
    /// - Parameter learned: none of them twice; an id is taken only by what is new.
    public static func replace(
        _ learned: [LearnedPhrasing], of answer: Identifier<Answer>, _ connection: any SQLConnection
    ) throws {
        let page = Page<Identifier<LearnedPhrasing>>(limit: .max)
        let before = Dictionary(try list(of: answer, page: page, connection).map { ($0.words, $0) }) { first, _ in first
        }
        let wanted = Set(learned.map(\.words))
        let gone = before.values.filter { !wanted.contains($0.words) }.map(\.id).sorted()
        if !gone.isEmpty { try connection.execute("DELETE FROM learned_phrasing WHERE id IN \(list: gone)") }
        for phrasing in learned {
            guard let known = before[phrasing.words], known.people != phrasing.people else { continue }
            try connection.execute(
                "UPDATE learned_phrasing SET people = \(phrasing.people) WHERE id = \(known.id)")
        }
        let new = learned.filter { before[$0.words] == nil }
        try connection.insert(
            "INSERT INTO learned_phrasing (id, answer_id, words, people, learned_at) VALUES",
            rows: new.map {
                [$0.id.sqlValue, answer.sqlValue, .text($0.words), $0.people.sqlValue, $0.learnedAt.sqlValue]
            })
        if !gone.isEmpty || !new.isEmpty { try ChangeStore.append(.answer, subject: answer.text, connection) }
    }

    /// The words of those of some answers that were not revoked.
    static func words(
        of ids: [Identifier<Answer>], _ connection: any SQLConnection
    ) throws -> [Identifier<Answer>: [String]] {
        var words: [Identifier<Answer>: [String]] = [:]
        let rows = try connection.tuples(
            """
            SELECT answer_id, words FROM learned_phrasing
            WHERE answer_id IN \(list: ids) AND revoked_at IS NULL ORDER BY answer_id, id
            """, Identifier<Answer>.self, String.self)
        for (id, phrasing) in rows { words[id, default: []].append(phrasing) }
        return words
    }
}

extension LearnedPhrasing: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(id: try row.next(), words: try row.next(), people: try row.next(), learnedAt: try row.next())
    }
}
