public import Learning
import Persistence

/// Which courses somebody may see, decided in the statement.
public struct CourseSight: Hashable, Sendable {
    /// Trainers and leaders see every course.
    public var seesAll: Bool
    public var person: Identifier<Person>
    /// Whether the courses of the people below them count as well.
    public var hasTeam: Bool

    public init(_ caller: Caller) {
        seesAll = caller.isTrainer || caller.isLeader
        person = caller.id
        hasTeam = caller.isManager
    }

    /// True of a row of `course` that may be seen: open, or one that they or somebody in their team is enrolled in.
    var ofCourse: SQLQuery {
        seesAll ? "1 = 1" : "(course.is_open = 1 OR course.id IN (\(enrolled("course_id"))))"
    }

    /// True of a row of `course_version` of a course that may be seen: the current one, or one that they or somebody in
    /// their team is on.
    var ofVersion: SQLQuery {
        seesAll
            ? "1 = 1" : "(course_version.id = course.version_id OR course_version.id IN (\(enrolled("version_id"))))"
    }

    func enrolled(_ column: SQLQuery) -> SQLQuery {
        let own: SQLQuery = "SELECT enrollment.\(column) FROM enrollment WHERE enrollment.person_id = \(person)"
        return hasTeam ? "\(own) OR enrollment.person_id IN \(TeamStore.below(person))" : own
    }
}
