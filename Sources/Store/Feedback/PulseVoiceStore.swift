import Learning
import Persistence

/// In what order pulses were answered, and below whom.
enum PulseVoiceStore {
    /// Keeps order and teams of the answers to pulses among events that were just added, and forms the blocks they complete.
    /// - Parameter states: the enrollments of all events.
    static func insert(
        _ events: [EventRecord], of states: [Identifier<Enrollment>: EnrollmentState],
        _ connection: any SQLConnection
    ) throws {
        let answers = events.filter { $0.verb == .answered }
        guard !answers.isEmpty else { return }
        // Positions are given in the order of commits, whoever commits.
        try ChangeStore.takeTurn(connection)
        var last: [Identifier<Course>: Int] = [:]
        var teams: [Identifier<Person>: [Identifier<Person>]] = [:]
        var rows: [[SQLValue]] = []
        var spoken: [SpokenVoice] = []
        for event in answers {
            guard let state = states[event.enrollment] else { continue }
            let above =
                try teams[state.personID]
                ?? FeedbackStore.teams(above: state.personID, ofAtLeast: RuleOfFive.people, connection)
            teams[state.personID] = above
            let position = try last[state.courseID] ?? lastPosition(in: state.courseID, connection)
            last[state.courseID] = position + 1
            rows.append([
                .text(event.id), state.courseID.sqlValue, (position + 1).sqlValue, .text(try Definition.encode(above)),
            ])
            spoken += SpokenVoice.of(
                event.data, activity: event.activity, occurrence: event.occurrence, course: state.courseID,
                RuleOfFive.Voice(author: state.personID, teams: above, at: event.recordedAt))
        }
        try connection.insert("INSERT INTO pulse_voice (event_id, course_id, position, teams) VALUES", rows: rows)
        try VoiceStore.take(spoken, connection)
    }

    private static func lastPosition(in course: Identifier<Course>, _ connection: any SQLConnection) throws -> Int {
        try connection.value("SELECT MAX(position) FROM pulse_voice WHERE course_id = \(course)", of: Int?.self)
            .flatMap(\.self) ?? 0
    }
}
