public import Learning
public import Persistence

/// The completion report, read from counters; of persons, from the totals of their enrollments. Never from events.
///
/// Every part begins after a course, team or person and holds all rows of some more of them, so that memory stays bounded
/// however long the report is.
public enum CompletionReportStore {
    public typealias Place = CompletionPage.Place

    /// Courses by title; or their modules, in the order of the course's present version.
    public static func courses(
        _ scope: CompletionScope, modules: Bool = false, page: Page<Place>, _ connection: any SQLConnection
    ) throws -> CompletionPage {
        var chosen: SQLQuery = "SELECT course.id, course.title, course.title_key, course.version_id FROM course"
        let only: SQLQuery = scope.course.map { "course.id = \($0)" } ?? "1 = 1"
        chosen = "\(chosen) WHERE \(only) \(after(page, "course.title_key", "course.id"))"
        let counted = scope.counts(manager: "counter.manager_id", course: "counter.course_id")
        let which: SQLQuery = modules ? "counter.module_key <> ''" : "counter.module_key = ''"
        return try read(
            """
            SELECT chosen.title_key, chosen.id, chosen.id, chosen.title, \(modules ? moduleColumns : "NULL, NULL"),
                   NULL, NULL, NULL, NULL, \(sums)
            FROM (\(chosen) ORDER BY course.title_key, course.id LIMIT \(page.limit)) AS chosen
            LEFT JOIN completion_counter AS counter
                ON counter.course_id = chosen.id AND \(which) AND \(counted)
            LEFT JOIN module ON module.version_id = chosen.version_id AND module.key = counter.module_key
            GROUP BY chosen.title_key, chosen.id, chosen.title, counter.module_key, module.position, module.title
            ORDER BY chosen.title_key, chosen.id, module.position NULLS LAST, counter.module_key
            """, limit: page.limit, connection)
    }

    /// Teams by their manager's name, each with its courses by title: everybody below the manager, at every depth.
    ///
    /// It begins with the managers for whose reports something is counted and goes up from them, so that it takes as long as there
    /// are managers, not people.
    public static func teams(
        _ scope: CompletionScope, page: Page<Place>, _ connection: any SQLConnection
    ) throws -> CompletionPage {
        var counted = scope.counts(manager: "chosen.id", course: "counter.course_id")
        counted = "counter.module_key = '' AND \(counted)"
        return try read(
            """
            WITH RECURSIVE keeper (id) AS (\(scope.keepers)), above (keeper, team) AS (
                SELECT keeper.id, keeper.id FROM keeper WHERE keeper.id IS NOT NULL
                UNION
                SELECT above.keeper, person.manager_id FROM above JOIN person ON person.id = above.team
                WHERE person.manager_id IS NOT NULL
            ), chosen (id, name, name_key) AS (
                SELECT person.id, person.name, person.name_key FROM person
                WHERE person.id IN (SELECT above.team FROM above) AND person.left_at IS NULL
                  AND \(scope.chooses(manager: "person.id")) \(after(page, "person.name_key", "person.id"))
                ORDER BY person.name_key, person.id LIMIT \(page.limit)
            )
            SELECT chosen.name_key, chosen.id, course.id, course.title, NULL, NULL, chosen.id, chosen.name, NULL, NULL,
                   \(sums)
            FROM chosen
            JOIN above ON above.team = chosen.id
            LEFT JOIN completion_counter AS counter ON counter.manager_id = above.keeper AND \(counted)
            LEFT JOIN course ON course.id = counter.course_id
            GROUP BY chosen.name_key, chosen.id, chosen.name, course.id, course.title, course.title_key
            ORDER BY chosen.name_key, chosen.id, course.title_key, course.id
            """, limit: page.limit, connection)
    }

    /// People who are here, by name, each with their courses by title.
    public static func people(
        _ scope: CompletionScope, page: Page<Place>, _ connection: any SQLConnection
    ) throws -> CompletionPage {
        let counted = scope.counts(person: "enrollment.person_id", course: "enrollment.course_id")
        return try read(
            """
            SELECT chosen.name_key, chosen.id, course.id, course.title, NULL, NULL, NULL, NULL, chosen.id, chosen.name,
                   COUNT(enrollment.id), COUNT(enrollment.last_event_at), COUNT(enrollment.completed_at),
                   CAST(COALESCE(SUM(enrollment.required), 0) AS \(.integer)),
                   CAST(COALESCE(SUM(enrollment.done), 0) AS \(.integer))
            FROM (
                SELECT person.id, person.name, person.name_key FROM person
                WHERE person.left_at IS NULL AND \(scope.chooses(person: "person.id"))
                    \(after(page, "person.name_key", "person.id"))
                ORDER BY person.name_key, person.id LIMIT \(page.limit)
            ) AS chosen
            LEFT JOIN enrollment
                ON enrollment.person_id = chosen.id AND enrollment.ended_at IS NULL AND \(counted)
            LEFT JOIN course ON course.id = enrollment.course_id
            GROUP BY chosen.name_key, chosen.id, chosen.name, course.id, course.title, course.title_key
            ORDER BY chosen.name_key, chosen.id, course.title_key, course.id
            """, limit: page.limit, connection)
    }

    private static let sums: SQLQuery = .commaSeparated(
        ["enrolled", "started", "completed", "required", "done"].map { (name: SQLQuery) -> SQLQuery in
            "CAST(COALESCE(SUM(counter.\(name)), 0) AS \(.integer))"
        })

    /// A module that the present version no longer has is called what it was called last.
    private static let moduleColumns: SQLQuery = """
        counter.module_key, COALESCE(module.title, (
            SELECT earlier.title FROM course_version
            JOIN module AS earlier ON earlier.version_id = course_version.id AND earlier.key = counter.module_key
            WHERE course_version.course_id = chosen.id ORDER BY course_version.number DESC LIMIT 1
        ))
        """

    private static func after(_ page: Page<Place>, _ key: SQLQuery, _ id: SQLQuery) -> SQLQuery {
        page.after.map { "AND (\(key), \(id)) > (\($0.key), \($0.id))" } ?? ""
    }

    /// Reads places and what stands at them; what counts nothing is passed over.
    private static func read(
        _ query: SQLQuery, limit: Int, _ connection: any SQLConnection
    ) throws -> CompletionPage {
        var rows: [CompletionRow] = []
        var places = 0
        var last: Place?
        try connection.forEach(query) { row in
            let place = Place(key: try row.next(), id: try row.next())
            if place != last { places += 1 }
            last = place
            guard let course = try row.next(Identifier<Course>?.self) else { return }
            let next = CompletionRow(
                courseID: course, courseTitle: try row.next(), moduleKey: try row.next(), moduleTitle: try row.next(),
                teamID: try row.next(), teamName: try row.next(), personID: try row.next(),
                personName: try row.next(),
                counts: CompletionCounts(
                    enrolled: try row.next(), started: try row.next(), completed: try row.next(),
                    required: try row.next(), done: try row.next()))
            if next.counts.enrolled > 0 { rows.append(next) }
        }
        return CompletionPage(rows: rows, next: places < limit ? nil : last)
    }
}
