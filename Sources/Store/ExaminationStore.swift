public import Learning
public import Persistence

/// Questions to the whole of the data that only `doctor` asks.
public enum ExaminationStore {
    /// The digests and sizes that versions name, after a digest, in order.
    public static func files(
        after digest: String, limit: Int, _ connection: any SQLConnection
    ) throws -> [(BlobDigest, Int)] {
        try connection.tuples(
            """
            SELECT digest, MAX(size) FROM version_file WHERE digest > \(digest)
            GROUP BY digest ORDER BY digest LIMIT \(limit)
            """, BlobDigest.self, Int.self)
    }

    /// Courses whose current version is not one of their published ones.
    public static func coursesWithoutVersion(_ connection: any SQLConnection) throws -> [String] {
        try connection.column(
            """
            SELECT course.key FROM course
            LEFT JOIN course_version ON course_version.id = course.version_id AND course_version.course_id = course.id
            WHERE course_version.id IS NULL ORDER BY course.key
            """)
    }

    /// Published versions whose steps do not count from 0 without gaps, or belong to a module that is not there.
    public static func tornVersions(_ connection: any SQLConnection) throws -> [Identifier<CourseVersion>] {
        try connection.column(
            """
            SELECT course_version.id FROM course_version
            WHERE course_version.state = 'published' AND (
                EXISTS (SELECT 1 FROM step
                        LEFT JOIN module ON module.version_id = step.version_id AND module.key = step.module_key
                        WHERE step.version_id = course_version.id AND module.key IS NULL)
                OR (SELECT COUNT(*) FROM step WHERE step.version_id = course_version.id)
                   <> (SELECT COALESCE(MAX(position) - MIN(position) + 1, 0) FROM step
                       WHERE step.version_id = course_version.id))
            ORDER BY course_version.id
            """)
    }
}
