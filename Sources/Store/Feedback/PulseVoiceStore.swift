public import Learning
public import Persistence

/// What was answered in pulses, as the report takes it in.
public enum PulseVoiceStore {
    /// What was answered in one occurrence of a pulse, in the order in which it was committed.
    public struct Group: Sendable {
        public let place: PulseReportRow.Place
        public let courseTitle: String
        /// As the course's current version has it; nil where it has it no more.
        public let step: Step?
        public fileprivate(set) var voices: [PulseVoice] = []
    }

    /// Keeps order and teams of the answers to pulses among events that were just added.
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
        var teams: [Identifier<Person>: String] = [:]
        var rows: [[SQLValue]] = []
        for event in answers {
            guard let state = states[event.enrollment] else { continue }
            let above =
                try teams[state.personID]
                ?? Definition.encode(
                    FeedbackStore.teams(above: state.personID, ofAtLeast: RuleOfFive.people, connection))
            teams[state.personID] = above
            let position = try last[state.courseID] ?? lastPosition(in: state.courseID, connection)
            last[state.courseID] = position + 1
            rows.append([.text(event.id), state.courseID.sqlValue, (position + 1).sqlValue, .text(above)])
        }
        try connection.insert("INSERT INTO pulse_voice (event_id, course_id, position, teams) VALUES", rows: rows)
    }

    private static func lastPosition(in course: Identifier<Course>, _ connection: any SQLConnection) throws -> Int {
        try connection.value("SELECT MAX(position) FROM pulse_voice WHERE course_id = \(course)", of: Int?.self)
            .flatMap(\.self) ?? 0
    }

    /// Everything that was answered in pulses of a course or all courses, by course title, activity and occurrence.
    public static func groups(
        course: Identifier<Course>?, _ connection: any SQLConnection
    ) throws -> [Group] {
        let only: SQLQuery = course.map { "WHERE course.id = \($0)" } ?? ""
        let steps = try steps(only, connection)
        var groups: [Group] = []
        try connection.forEach(
            """
            SELECT course.id, event.activity, event.occurrence, course.title, enrollment.person_id,
                   pulse_voice.teams, event.recorded_at, event.data
            FROM course
            JOIN pulse_voice ON pulse_voice.course_id = course.id
            JOIN event ON event.id = pulse_voice.event_id
            JOIN enrollment ON enrollment.id = event.enrollment_id
            \(only)
            ORDER BY course.title_key, course.id, event.activity, event.occurrence, pulse_voice.position
            """
        ) { row in
            let place = PulseReportRow.Place(
                courseID: try row.next(), activity: try row.next(), occurrence: try row.next())
            let courseTitle: String = try row.next()
            let author: Identifier<Person> = try row.next()
            let teams = try Definition.decode(try row.next(String.self), as: [Identifier<Person>].self)
            let voice = RuleOfFive.Voice(author: author, teams: teams, at: try row.next())
            if groups.last?.place != place {
                let step = steps[place.courseID]?[place.activity]
                groups.append(Group(place: place, courseTitle: courseTitle, step: step))
            }
            let data = try Definition.decode(try row.next(String.self), as: EventData.self)
            groups[groups.count - 1].voices.append(PulseVoice(voice, data: data))
        }
        return groups
    }

    /// The pulses of current versions, by course and key.
    private static func steps(
        _ only: SQLQuery, _ connection: any SQLConnection
    ) throws -> [Identifier<Course>: [String: Step]] {
        let pulses: SQLQuery =
            "JOIN step ON step.version_id = course.version_id AND step.kind = \(ActivityKind.feedback.rawValue)"
        var steps: [Identifier<Course>: [String: Step]] = [:]
        try connection.forEach("SELECT course.id, step.key, step.definition FROM course \(pulses) \(only)") { row in
            let course: Identifier<Course> = try row.next()
            let key: String = try row.next()
            steps[course, default: [:]][key] = try Definition.decode(try row.next(String.self), as: Step.self)
        }
        return steps
    }
}
