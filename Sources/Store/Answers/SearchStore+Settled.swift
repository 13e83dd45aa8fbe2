public import Learning
public import Persistence

extension SearchStore {
    /// What somebody was helped with.
    public struct Help: Sendable, RowDecodable {
        public let words: String
        public let personID: Identifier<Person>
        /// When they searched for it last.
        public let at: Instant

        public init(row: inout SQLRow) throws {
            words = try row.next()
            personID = try row.next()
            at = try row.next()
        }
    }

    /// The folded words, so that SQLite does not go through the whole log in the order of their index.
    static let byWords: SQLQuery = "words_key || ''"

    /// What some people were helped with by searches since a moment, the same words of the same person once.
    public static func helped(
        since: Instant, of people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> [Help] {
        var found: [Help] = []
        try Slices.forEachList(people) { people in
            found += try connection.rows(
                """
                SELECT MIN(words), person_id, MAX(created_at)
                FROM search WHERE person_id IN \(list: people) AND created_at >= \(since) AND outcome = 'helped'
                GROUP BY \(byWords), person_id
                """)
        }
        return found
    }

    /// Notes which answer was given to what some people searched for in vain in a time: as long as that is there it is not
    /// missing any more.
    /// - Parameter keys: their words, folded.
    public static func settle(
        _ keys: [String], of people: [Identifier<Person>], with answer: Identifier<Answer>,
        in time: ClosedRange<Instant>, _ connection: any SQLConnection
    ) throws {
        try Slices.forEachList(keys) { keys in
            try Slices.forEachList(people) { people in
                try connection.execute(
                    """
                    UPDATE search SET answered_by = \(answer)
                    WHERE words_key IN \(list: keys) AND person_id IN \(list: people)
                      AND created_at >= \(time.lowerBound) AND created_at <= \(time.upperBound)
                      AND (outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1))
                    """)
            }
        }
    }

    /// What an answer was given to is missing again.
    public static func unsettle(from answer: Identifier<Answer>, _ connection: any SQLConnection) throws {
        try connection.execute("UPDATE search SET answered_by = NULL WHERE answered_by = \(answer)")
    }
}
