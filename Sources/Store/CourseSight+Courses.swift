public import Learning
public import Persistence

extension CourseSight {
    /// The courses that may be seen; nil for all of them.
    public func courses(_ connection: any SQLConnection) throws -> Set<Identifier<Course>>? {
        if seesAll { return nil }
        return Set(
            try connection.column(
                """
                SELECT course.id FROM course WHERE course.is_open = 1
                UNION ALL
                \(enrolled("course_id"))
                """, of: Identifier<Course>.self))
    }
}
