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
                feedback: try FeedbackVoiceStore.groups(course: course, connection).compactMap { group in
                    FeedbackReportRow(
                        group.place, courseTitle: group.courseTitle, activityTitle: group.activityTitle,
                        voices: group.voices, team: team)
                },
                pulses: try PulseVoiceStore.groups(course: course, connection).compactMap { group in
                    PulseReportRow(
                        group.place, courseTitle: group.courseTitle, step: group.step, voices: group.voices,
                        team: team)
                })
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
