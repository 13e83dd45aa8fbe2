import Learning
import Persistence

/// The enrollments in which a caller may be the one who is asked: those of people who report to them or to the same manager,
/// and of courses that they own; for an admin also those of people without a manager, and of courses without an owner.
struct NearEnrollments {
    let caller: Caller
    /// The caller's.
    let manager: Identifier<Person>?

    /// A query of their ids, in one column `id`.
    /// - Parameter versions: the only versions that matter of what is near by its course alone; nil for all.
    func ids(versions: [Identifier<CourseVersion>]? = nil) -> SQLQuery {
        let askers = [caller.id] + [manager].compactMap(\.self)
        var groups: [SQLQuery] = [people("person.manager_id IN \(list: askers)")]
        if caller.isTrainer { groups.append(courses("course.owner_id = \(caller.id)", versions)) }
        if caller.isAdmin {
            groups += [people("person.manager_id IS NULL"), courses("course.owner_id IS NULL", versions)]
        }
        return groups.dropFirst().reduce(groups[0]) { "\($0) UNION \($1)" }
    }

    private func people(_ condition: SQLQuery) -> SQLQuery {
        """
        SELECT enrollment.id AS id FROM person JOIN enrollment ON enrollment.person_id = person.id WHERE \(condition)
        """
    }

    private func courses(_ condition: SQLQuery, _ versions: [Identifier<CourseVersion>]?) -> SQLQuery {
        let among: SQLQuery = versions.map { "AND enrollment.version_id IN \(list: $0)" } ?? ""
        return """
            SELECT enrollment.id AS id FROM course JOIN enrollment ON enrollment.course_id = course.id
            WHERE \(condition) \(among)
            """
    }
}
