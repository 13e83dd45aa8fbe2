import Learning
import Persistence

/// What people said as groups of five may hear it: each voice waits until it forms a block with others, see `RuleOfFive`.
///
/// Blocks are formed in the transaction in which a voice comes in. What that takes does not grow with what was said before: of
/// each team above the speaker a few index entries are looked at, and a voice enters one block once.
enum VoiceStore {
    /// A series as it stands.
    private struct Standing: RowDecodable {
        let id: Int64
        var voices: Int
        var blocks: Int
        var clock: Instant

        init(row: inout SQLRow) throws {
            id = try row.next()
            voices = try row.next()
            blocks = try row.next()
            clock = try row.next()
        }
    }

    /// Adds voices at the end of their series, in their order, and forms the blocks that they complete.
    ///
    /// The caller has taken its turn (``ChangeStore/takeTurn(_:)``), so that no other transaction adds any meanwhile.
    static func take(_ spoken: [SpokenVoice], _ connection: any SQLConnection) throws {
        var standings: [VoiceSeries: Standing] = [:]
        var rows: [[SQLValue]] = []
        var positions: [Int] = []
        for voice in spoken {
            var standing = try standings[voice.series] ?? standing(of: voice.series, at: voice.voice.at, connection)
            standing.voices += 1
            standings[voice.series] = standing
            positions.append(standing.voices)
            rows.append([
                standing.id.sqlValue, standing.voices.sqlValue, voice.voice.author.sqlValue, voice.score.sqlValue,
                voice.words.sqlValue,
            ])
        }
        try connection.insert("INSERT INTO voice (series_id, position, person_id, score, words) VALUES", rows: rows)
        for (voice, position) in zip(spoken, positions) {
            guard var standing = standings[voice.series] else { continue }
            standing.clock = max(standing.clock, voice.voice.at)
            try wait(voice.voice, at: position, in: standing.id, connection)
            if let team = try readyTeam(position, in: standing.id, at: standing.clock, connection) {
                standing.blocks += 1
                try form(standing.blocks, of: team, in: standing.id, connection)
            }
            standings[voice.series] = standing
        }
        for standing in standings.values.sorted(by: { $0.id < $1.id }) {
            try connection.execute(
                """
                UPDATE voice_series
                SET voices = \(standing.voices), blocks = \(standing.blocks), clock = \(standing.clock)
                WHERE id = \(standing.id)
                """)
        }
    }

    private static func standing(
        of series: VoiceSeries, at: Instant, _ connection: any SQLConnection
    ) throws -> Standing {
        let activity = series.activity ?? ""
        let found: Standing? = try connection.first(
            """
            SELECT id, voices, blocks, clock FROM voice_series
            WHERE course_id = \(series.courseID) AND source = \(series.source) AND activity = \(activity)
              AND occurrence = \(series.occurrence) AND measure = \(series.measure) AND key = \(series.key)
            """)
        if let found { return found }
        let made: Standing? = try connection.first(
            """
            INSERT INTO voice_series (id, course_id, source, activity, occurrence, measure, key, clock)
            VALUES (
                (SELECT COALESCE(MAX(other.id), 0) + 1 FROM voice_series AS other),
                \(series.courseID), \(series.source), \(activity), \(series.occurrence), \(series.measure),
                \(series.key), \(at)
            )
            RETURNING id, voices, blocks, clock
            """)
        guard let made else { throw StoreError(.other, "a series of voices was not added") }
        return made
    }

    private static func wait(
        _ voice: RuleOfFive.Voice, at position: Int, in series: Int64, _ connection: any SQLConnection
    ) throws {
        let pools = voice.teams.map(\.text) + [everybody]
        try connection.insert(
            "INSERT INTO voice_waiting (series_id, team, position, height, person_id, said_at) VALUES",
            rows: pools.enumerated().map { height, team in
                [
                    series.sqlValue, .text(team), position.sqlValue, height.sqlValue, voice.author.sqlValue,
                    voice.at.sqlValue,
                ]
            })
    }

    /// What stands for everybody where a team's manager stands.
    static let everybody = ""
}
