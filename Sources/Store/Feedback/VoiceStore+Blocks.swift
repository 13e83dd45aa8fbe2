import Learning
import Persistence

extension VoiceStore {
    /// The lowest team above a voice that just came whose voices become a block now; nil when all wait on.
    static func readyTeam(
        _ position: Int, in series: Int64, at clock: Instant, _ connection: any SQLConnection
    ) throws -> String? {
        var ready: String?
        try connection.forEach(
            """
            SELECT pool.team,
                   (SELECT COUNT(*) FROM (
                       SELECT DISTINCT other.person_id FROM voice_waiting AS other
                       WHERE other.series_id = pool.series_id AND other.team = pool.team
                       LIMIT \(RuleOfFive.people)
                   ) AS people),
                   CASE WHEN EXISTS (
                       SELECT 1 FROM voice_waiting AS other
                       WHERE other.series_id = pool.series_id AND other.team = pool.team AND other.height > 0
                   ) THEN 1 ELSE 0 END,
                   CASE WHEN EXISTS (
                       SELECT 1 FROM voice_block
                       WHERE voice_block.team = pool.team AND voice_block.series_id = pool.series_id
                   ) THEN 1 ELSE 0 END,
                   (SELECT MIN(other.said_at) FROM voice_waiting AS other
                    WHERE other.series_id = pool.series_id AND other.team = pool.team)
            FROM voice_waiting AS pool
            WHERE pool.series_id = \(series) AND pool.position = \(position)
            ORDER BY pool.height
            """
        ) { row in
            let team: String = try row.next()
            let pool = RuleOfFive.Pool(
                people: try row.next(), isMixed: try row.next(), hasBlock: try row.next(), oldest: try row.next())
            if ready == nil, pool.isReady(at: clock) { ready = team }
        }
        return ready
    }

    /// Makes a block of all that waits for a team. It counts for every team from this one up that all its voices are below.
    static func form(
        _ number: Int, of team: String, in series: Int64, _ connection: any SQLConnection
    ) throws {
        let pool: SQLQuery = """
            SELECT mine.position FROM voice_waiting AS mine WHERE mine.series_id = \(series) AND mine.team = \(team)
            """
        try connection.execute(
            """
            INSERT INTO voice_block (team, series_id, number)
            SELECT above.team, MIN(above.series_id), CAST(\(number) AS \(.integer))
            FROM voice_waiting AS mine
            JOIN voice_waiting AS above
              ON above.series_id = mine.series_id AND above.position = mine.position AND above.height >= mine.height
            WHERE mine.series_id = \(series) AND mine.team = \(team)
            GROUP BY above.team
            HAVING COUNT(*) = (SELECT COUNT(*) FROM (\(pool)) AS pool)
            """)
        try connection.execute(
            "UPDATE voice SET block = \(number) WHERE series_id = \(series) AND position IN (\(pool))")
        try connection.execute(
            "DELETE FROM voice_waiting WHERE series_id = \(series) AND position IN (\(pool))")
    }
}
