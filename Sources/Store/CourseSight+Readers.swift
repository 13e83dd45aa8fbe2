public import Learning
public import Persistence

extension CourseSight {
    /// A condition on a row of `person`: who is here and may see a course, as ``courses(_:)`` says of each of them. Those above
    /// who is enrolled are found once, up the tree, rather than everybody below each.
    static func readers(of course: Identifier<Course>) -> SQLQuery {
        """
        (person.left_at IS NULL AND (
            person.is_trainer = 1 OR person.is_admin = 1 OR person.is_leader = 1
            OR EXISTS (SELECT 1 FROM course WHERE course.id = \(course) AND course.is_open = 1)
            OR EXISTS (SELECT 1 FROM enrollment
                       WHERE enrollment.course_id = \(course) AND enrollment.person_id = person.id)
            OR ((person.is_manager = 1 OR EXISTS (SELECT 1 FROM person AS report
                                                  WHERE report.manager_id = person.id AND report.left_at IS NULL))
                AND person.id IN (
                    WITH RECURSIVE above (id) AS (
                        SELECT member.manager_id FROM enrollment JOIN person AS member ON member.id = enrollment.person_id
                        WHERE enrollment.course_id = \(course)
                        UNION
                        SELECT member.manager_id FROM above JOIN person AS member ON member.id = above.id
                    ) SELECT above.id FROM above WHERE above.id IS NOT NULL))
        ))
        """
    }

    /// Those of some people who are here and may see a course.
    public static func readers(
        of course: Identifier<Course>, among people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> Set<Identifier<Person>> {
        var found: Set<Identifier<Person>> = []
        try Slices.forEachList(people) { list in
            found.formUnion(
                try connection.column(
                    "SELECT person.id FROM person WHERE person.id IN \(list: list) AND \(readers(of: course))",
                    of: Identifier<Person>.self))
        }
        return found
    }
}
