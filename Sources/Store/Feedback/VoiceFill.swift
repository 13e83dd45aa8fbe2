import Learning
public import Persistence

/// Takes in what was said before there were rows of blocks, at the first start after the migration that made them.
public enum VoiceFill {
    private static let setting = "voices"
    private static let batch = 500

    /// Whether that is still to be done.
    public static func isDue(_ connection: any SQLConnection) throws -> Bool {
        try SettingStore.value(setting, connection) != nil
    }

    /// Forms the blocks of all feedback and pulses in the order of their commits, unless that was done.
    public static func run(_ connection: any SQLConnection) throws {
        guard try isDue(connection) else { return }
        try ChangeStore.takeTurn(connection)
        // Another program may have been faster.
        guard try connection.execute("DELETE FROM setting WHERE name = \(setting)") == 1 else { return }
        for course: Identifier<Course> in try connection.column("SELECT id FROM course ORDER BY id") {
            try feedback(on: course, connection)
            try pulses(of: course, connection)
        }
    }

    private static func feedback(on course: Identifier<Course>, _ connection: any SQLConnection) throws {
        try inBatches { last in
            try connection.tuples(
                """
                SELECT position, id, person_id, teams, activity, rating, words, created_at
                FROM feedback WHERE course_id = \(course) AND position > \(last)
                ORDER BY position LIMIT \(batch)
                """, Int.self, Identifier<Feedback>.self, Identifier<Person>.self, String.self, String?.self,
                Int?.self, String?.self, Instant.self)
        } take: { rows in
            let spoken = try rows.flatMap { _, id, person, teams, activity, rating, words, at in
                SpokenVoice.of(
                    Feedback(
                        id: id, personID: person, courseID: course, activity: activity, rating: rating, words: words,
                        createdAt: at), teams: try Definition.decode(teams, as: [Identifier<Person>].self))
            }
            try VoiceStore.take(spoken, connection)
            return rows.last?.0
        }
    }

    private static func pulses(of course: Identifier<Course>, _ connection: any SQLConnection) throws {
        try inBatches { last in
            try connection.tuples(
                """
                SELECT pulse_voice.position, enrollment.person_id, pulse_voice.teams, event.activity,
                       event.occurrence, event.data, event.recorded_at
                FROM pulse_voice
                JOIN event ON event.id = pulse_voice.event_id
                JOIN enrollment ON enrollment.id = event.enrollment_id
                WHERE pulse_voice.course_id = \(course) AND pulse_voice.position > \(last)
                ORDER BY pulse_voice.position LIMIT \(batch)
                """, Int.self, Identifier<Person>.self, String.self, String.self, Int.self, String.self, Instant.self)
        } take: { rows in
            let spoken = try rows.flatMap { _, person, teams, activity, occurrence, data, at in
                let teams = try Definition.decode(teams, as: [Identifier<Person>].self)
                return SpokenVoice.of(
                    try Definition.decode(data, as: EventData.self), activity: activity, occurrence: occurrence,
                    course: course, RuleOfFive.Voice(author: person, teams: teams, at: at))
            }
            try VoiceStore.take(spoken, connection)
            return rows.last?.0
        }
    }

    /// Reads and takes until nothing comes; what was taken last is where the next batch begins.
    private static func inBatches<Row>(
        _ read: (_ last: Int) throws -> [Row], take: ([Row]) throws -> Int?
    ) throws {
        var last: Int? = 0
        while let position = last { last = try take(try read(position)) }
    }
}
