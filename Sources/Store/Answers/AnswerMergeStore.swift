public import Learning
public import Persistence

/// What hangs on an answer besides its own words, and goes to another with it.
public enum AnswerMergeStore {
    /// How much would go with an answer.
    public static func carried(
        by answer: Identifier<Answer>, _ connection: any SQLConnection
    ) throws -> AnswerMerger.Carried {
        func count(_ query: SQLQuery) throws -> Int { try connection.value(query, of: Int.self) ?? 0 }
        return AnswerMerger.Carried(
            searches: try count("SELECT COUNT(*) FROM search WHERE helped_by = \(answer.description)"),
            learnedPhrasings: try count(
                "SELECT COUNT(*) FROM learned_phrasing WHERE answer_id = \(answer) AND revoked_at IS NULL"),
            questions: try count("SELECT COUNT(*) FROM question WHERE answer_id = \(answer)"),
            proposals: try count("SELECT COUNT(*) FROM proposal WHERE answer_id = \(answer)"))
    }

    /// Gives all of it to another answer, and has what points to the one point to the other.
    public static func move(
        from other: Identifier<Answer>, to kept: Identifier<Answer>, _ connection: any SQLConnection
    ) throws {
        try moveConfirmations(from: other, to: kept, connection)
        // The same words are learned once; what was revoked of either is not learned again.
        try connection.execute(
            """
            DELETE FROM learned_phrasing
            WHERE answer_id = \(other) AND revoked_at IS NULL AND words IN (
                SELECT words FROM learned_phrasing WHERE answer_id = \(kept) AND revoked_at IS NULL
            )
            """)
        try connection.execute("UPDATE learned_phrasing SET answer_id = \(kept) WHERE answer_id = \(other)")
        try connection.execute(
            "UPDATE search SET helped_by = \(kept.description) WHERE helped_by = \(other.description)")
        try connection.execute("UPDATE search SET answered_by = \(kept) WHERE answered_by = \(other)")
        try connection.execute(
            "UPDATE question SET answer_id = \(kept), revision = revision + 1 WHERE answer_id = \(other)")
        try connection.execute("UPDATE proposal SET answer_id = \(kept) WHERE answer_id = \(other)")
    }

    /// The answer that stands for one by now: what took it over, or took that over in turn; itself where nothing did.
    public static func standing(
        for id: Identifier<Answer>, _ connection: any SQLConnection
    ) throws -> Identifier<Answer> {
        try connection.value(
            """
            WITH RECURSIVE onward (id, merged_into) AS (
                SELECT answer.id, answer.merged_into FROM answer WHERE answer.id = \(id)
                UNION
                SELECT answer.id, answer.merged_into FROM answer JOIN onward ON answer.id = onward.merged_into
            )
            SELECT onward.id FROM onward WHERE onward.merged_into IS NULL
            """, of: Identifier<Answer>.self) ?? id
    }

    /// The same words of the same person stay one row, and of a person the newest.
    private static func moveConfirmations(
        from other: Identifier<Answer>, to kept: Identifier<Answer>, _ connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            DELETE FROM confirmation
            WHERE answer_id = \(other) AND EXISTS (
                SELECT 1 FROM confirmation AS known
                WHERE known.answer_id = \(kept) AND known.person_id = confirmation.person_id
                  AND known.words_key = confirmation.words_key
            )
            """)
        try connection.execute("UPDATE confirmation SET answer_id = \(kept) WHERE answer_id = \(other)")
        try connection.execute(
            """
            DELETE FROM confirmation
            WHERE answer_id = \(kept) AND search_id IN (
                SELECT search_id FROM (
                    SELECT search_id,
                           ROW_NUMBER() OVER (PARTITION BY person_id ORDER BY said_at DESC, search_id DESC) AS place
                    FROM confirmation WHERE answer_id = \(kept)
                ) AS placed
                WHERE place > \(ConfirmationStore.perPerson)
            )
            """)
    }
}
