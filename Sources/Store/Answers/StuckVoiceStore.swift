import Learning
import Persistence

/// Questions that were asked and searches that came to nothing, as boards may tell of them: each waits until those of five
/// people form a block of its course, which is told of whole and never taken apart, see `RuleOfFive`.
///
/// A voice is taken once, in the transaction in which somebody asks or a search comes to nothing, and stays: what a search comes
/// to later moves no number.
enum StuckVoiceStore {
    enum Kind: String, Sendable {
        case question, search
    }

    /// Takes in questions; those of no course are told of nowhere.
    static func take(questions ids: [Identifier<Question>], _ connection: any SQLConnection) throws {
        try take(.question, ids, connection) { list in
            """
            SELECT course_id, 'question', 0, id, asked_by, created_at FROM question
            WHERE id IN \(list: list) AND course_id IS NOT NULL
            """
        }
    }

    /// Takes in those of these searches that came to nothing in a course.
    static func take(searches ids: [Identifier<Search>], _ connection: any SQLConnection) throws {
        try take(.search, ids, connection) { list in
            """
            SELECT course_id, 'search', 0, id, person_id, created_at FROM search
            WHERE id IN \(list: list) AND course_id IS NOT NULL
              AND (outcome IN ('not-helped', 'asked') OR (outcome IS NULL AND is_weak = 1))
            """
        }
    }

    private static func take<Subject>(
        _ kind: Kind, _ ids: [Identifier<Subject>], _ connection: any SQLConnection,
        rows: ([Identifier<Subject>]) -> SQLQuery
    ) throws {
        guard !ids.isEmpty else { return }
        // Whoever counts what waits has everything before them.
        try ChangeStore.takeTurn(connection)
        var courses: Set<Identifier<Course>> = []
        try Slices.forEachList(ids) { list in
            courses.formUnion(
                try connection.column(
                    """
                    INSERT INTO stuck_voice (course_id, kind, block, subject, person_id, said_at) \(rows(list))
                    ON CONFLICT (kind, subject) DO NOTHING RETURNING course_id
                    """, of: Identifier<Course>.self))
        }
        for course in courses.sorted() { try form(kind, course, connection) }
    }

    /// Makes a block of everything that waits, where it is of five people.
    private static func form(
        _ kind: Kind, _ course: Identifier<Course>, _ connection: any SQLConnection
    ) throws {
        let people = try connection.value(
            """
            SELECT COUNT(DISTINCT person_id) FROM stuck_voice
            WHERE course_id = \(course) AND kind = \(kind.rawValue) AND block = 0
            """, of: Int.self)
        guard people ?? 0 >= RuleOfFive.people else { return }
        let last = try connection.value(
            """
            SELECT COALESCE(MAX(block), 0) FROM stuck_voice WHERE course_id = \(course) AND kind = \(kind.rawValue)
            """, of: Int.self)
        try connection.execute(
            """
            UPDATE stuck_voice SET block = \((last ?? 0) + 1)
            WHERE course_id = \(course) AND kind = \(kind.rawValue) AND block = 0
            """)
    }
}
