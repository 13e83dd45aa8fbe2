public import Learning
import Persistence
import Store

extension Campus {
    /// What groups of five and more say of courses and activities, and in pulses.
    /// - Parameters:
    ///   - course: nil for every course.
    ///   - team: the manager whose team is asked about; nil for a manager's own, and for everybody where the caller is a
    ///     trainer, a leader or an admin.
    /// - Throws: ``Refusal`` of kind `forbidden` for those who are none of these, `missing` for a team or course that is not
    ///   the caller's to see.
    public func feedbackReport(
        course: Identifier<Course>?, team: Identifier<Person>?, _ access: Access
    ) async throws -> GroupReport {
        try await read(access) { connection, caller in
            let team = try Self.reportedTeam(team, caller, connection)
            if let course, try CourseStore.summary(course, CourseSight(caller), connection) == nil {
                throw Refusal.missing("course")
            }
            return GroupReport(
                feedback: Self.feedback(
                    try ToldStore.rows(.feedback, course: course, team: team, reader: caller.personID, connection)),
                pulses: Self.pulses(
                    try ToldStore.rows(.pulse, course: course, team: team, reader: caller.personID, connection)))
        }
    }

    private static func feedback(_ rows: [ToldStore.Row]) -> [FeedbackReportRow] {
        inPlaces(rows) { FeedbackReportRow.Place(courseID: $0.courseID, activity: $0.activity) }.compactMap {
            FeedbackReportRow(
                $0, courseTitle: $1[0].courseTitle, activityTitle: $1[0].activityTitle, told: $1.map(\.told))
        }
    }

    private static func pulses(_ rows: [ToldStore.Row]) -> [PulseReportRow] {
        inPlaces(rows) {
            PulseReportRow.Place(courseID: $0.courseID, activity: $0.activity ?? "", occurrence: $0.occurrence)
        }
        .compactMap {
            PulseReportRow($0, courseTitle: $1[0].courseTitle, step: $1[0].pulse, told: $1.map(\.told))
        }
    }

    /// Puts together what stands one after the other about the same place.
    private static func inPlaces<Place: Equatable>(
        _ rows: [ToldStore.Row], _ place: (VoiceSeries) -> Place
    ) -> [(Place, [ToldStore.Row])] {
        rows.reduce(into: []) { groups, row in
            let place = place(row.told.series)
            if groups.last?.0 == place {
                groups[groups.count - 1].1.append(row)
            } else {
                groups.append((place, [row]))
            }
        }
    }

    /// The team that a caller is told about; nil for everybody.
    private static func reportedTeam(
        _ asked: Identifier<Person>?, _ caller: Caller, _ connection: any SQLConnection
    ) throws -> Identifier<Person>? {
        if caller.isTrainer || caller.isLeader {
            if let asked, try PersonStore.find(asked, connection) == nil { throw Refusal.missing("team") }
            return asked
        }
        guard caller.isManager else {
            throw Refusal.forbidden("Only managers, leaders and trainers may see what groups say.")
        }
        let team = asked ?? caller.id
        guard try team == caller.id || TeamStore.contains(manager: caller.id, person: team, connection) else {
            throw Refusal.missing("team")
        }
        return team
    }
}
