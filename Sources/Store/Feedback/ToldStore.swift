public import Learning
public import Persistence

/// What groups of five and more said, read from the blocks of one team.
public enum ToldStore {
    /// What may be told of one series, and what its place is called.
    public struct Row: Sendable {
        public let told: ToldSeries
        public let courseTitle: String
        /// As the course's current version has it; nil about a course as a whole, and where the version has it no more.
        public let activityTitle: String?
        /// The pulse as the course's current version has it; nil for feedback.
        public let pulse: Step?
    }

    private struct Sum: RowDecodable {
        let series: Int64
        let people: Int
        let voices: Int
        let total: Int?

        init(row: inout SQLRow) throws {
            series = try row.next()
            people = try row.next()
            voices = try row.next()
            total = try row.next()
        }
    }

    /// What may be told of a course or all courses: by course title, activity (a course as a whole first) and occurrence.
    /// - Parameters:
    ///   - team: the manager whose team is asked about; nil for everybody.
    ///   - reader: who asks. A block with a voice of theirs is none for them: they know one of the five.
    public static func rows(
        _ source: VoiceSeries.Source, course: Identifier<Course>?, team: Identifier<Person>?,
        reader: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> [Row] {
        let blocks = blocks(source, course, team, reader)
        let told: SQLQuery = """
            FROM voice_block
            JOIN voice_series ON voice_series.id = voice_block.series_id
            JOIN voice ON voice.series_id = voice_block.series_id AND voice.block = voice_block.number
            WHERE \(blocks)
            """
        let sums: [Sum] = try connection.rows(
            """
            SELECT voice.series_id, COUNT(DISTINCT voice.person_id), COUNT(*), CAST(SUM(voice.score) AS \(.integer))
            \(told)
            GROUP BY voice.series_id
            """)
        var words: [Int64: [String]] = [:]
        try connection.forEach("SELECT voice.series_id, voice.words \(told) AND voice.words IS NOT NULL") { row in
            words[try row.next(), default: []].append(try row.next())
        }
        let found = Dictionary(sums.map { ($0.series, $0) }) { first, _ in first }
        return try named(source, blocks, connection) { id, series in
            found[id].map {
                ToldSeries(
                    series, people: $0.people, voices: $0.voices, total: $0.total, words: words[id] ?? [])
            }
        }
    }

    private static func blocks(
        _ source: VoiceSeries.Source, _ course: Identifier<Course>?, _ team: Identifier<Person>?,
        _ reader: Identifier<Person>?
    ) -> SQLQuery {
        let only: SQLQuery = course.map { "AND voice_series.course_id = \($0)" } ?? ""
        let foreign: SQLQuery =
            reader.map {
                """
                AND NOT EXISTS (
                    SELECT 1 FROM voice AS own
                    WHERE own.series_id = voice_block.series_id AND own.block = voice_block.number
                      AND own.person_id = \($0)
                )
                """
            } ?? ""
        return """
            voice_block.team = \(team?.text ?? VoiceStore.everybody) AND voice_series.source = \(source) \(only)
            \(foreign)
            """
    }

    /// The series that have blocks of a team, in their order.
    private static func named(
        _ source: VoiceSeries.Source, _ blocks: SQLQuery, _ connection: any SQLConnection,
        _ told: (Int64, VoiceSeries) -> ToldSeries?
    ) throws -> [Row] {
        // Lessons are long: their definitions stay where they are.
        let definition: SQLQuery = source == .pulse ? "step.definition" : "CAST(NULL AS TEXT)"
        var pulses: [PulseReportRow.Place: Step] = [:]
        var rows: [Row] = []
        try connection.forEach(
            """
            SELECT voice_series.id, course.id, voice_series.activity, voice_series.occurrence, voice_series.measure,
                   voice_series.key, course.title, step.title, \(definition)
            FROM (
                SELECT DISTINCT voice_block.series_id AS id
                FROM voice_block JOIN voice_series ON voice_series.id = voice_block.series_id
                WHERE \(blocks)
            ) AS told
            JOIN voice_series ON voice_series.id = told.id
            JOIN course ON course.id = voice_series.course_id
            LEFT JOIN step ON step.version_id = course.version_id AND step.key = voice_series.activity
            ORDER BY course.title_key, course.id, voice_series.activity, voice_series.occurrence,
                     voice_series.measure, voice_series.key
            """
        ) { row in
            let id: Int64 = try row.next()
            let courseID: Identifier<Course> = try row.next()
            let activity: String = try row.next()
            let series = VoiceSeries(
                courseID: courseID, source: source, activity: activity.isEmpty ? nil : activity,
                occurrence: try row.next(), measure: try row.next(), key: try row.next())
            let (courseTitle, activityTitle): (String, String?) = (try row.next(), try row.next())
            let place = PulseReportRow.Place(courseID: courseID, activity: activity, occurrence: series.occurrence)
            if let text: String = try row.next(String?.self), pulses[place] == nil {
                let step = try Definition.decode(text, as: Step.self)
                if step.kind == .feedback { pulses[place] = step }
            }
            guard let told = told(id, series) else { return }
            rows.append(
                Row(told: told, courseTitle: courseTitle, activityTitle: activityTitle, pulse: pulses[place]))
        }
        return rows
    }
}
