public import Learning
public import Persistence

/// Who is in which initiative, as rows.
public enum InitiativePeopleStore {
    /// Somebody who is to be added, as far as that matters.
    public struct Candidate: Sendable, RowDecodable {
        public var id: Identifier<Person>
        public var externalID: String?
        /// Nil where the caller may not know it.
        public var name: String?
        public var managerID: Identifier<Person>?
        public var hasLeft: Bool

        public init(row: inout SQLRow) throws {
            id = try row.next()
            externalID = try row.next()
            name = try row.next()
            managerID = try row.next()
            hasLeft = try row.next()
        }
    }

    /// An enrollment that counts for an initiative, or could.
    public struct Enrolled: Sendable, RowDecodable {
        public var person: Identifier<Person>
        public var id: Identifier<Enrollment>
        public var initiative: Identifier<Initiative>?

        public init(row: inout SQLRow) throws {
            person = try row.next()
            id = try row.next()
            initiative = try row.next()
        }
    }

    /// Those who are meant by ids or external ids, held against moves until the transaction ends.
    ///
    /// In one statement however many they are, as the tree below the caller is walked once a statement.
    /// - Parameter anybody: whether the caller may add anybody; otherwise only those below them.
    public static func candidates(
        named names: [String], anybody: Bool, caller: Caller, _ connection: any SQLConnection
    ) throws -> [Candidate] {
        let ids = names.compactMap { Identifier<Person>($0) }
        let tree = TeamStore.isSeen(by: caller, "person.id")
        let seen: SQLQuery = anybody ? "1 = 1" : "person.id IN \(TeamStore.below(caller.id))"
        return try connection.rows(
            """
            SELECT person.id, person.external_id, CASE WHEN \(tree) THEN person.name END, person.manager_id,
                   CASE WHEN person.left_at IS NULL THEN 0 ELSE 1 END
            FROM person
            WHERE (person.external_id IN \(list: padded(names)) OR person.id IN \(list: padded(ids))) AND \(seen)
            ORDER BY person.id \(.forUpdate)
            """)
    }

    /// Those of these people who are in an initiative.
    public static func members(
        among people: [Identifier<Person>], of id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Person>> {
        Set(
            try connection.column(
                """
                SELECT person_id FROM initiative_person
                WHERE initiative_id = \(id) AND person_id IN \(list: padded(people))
                """))
    }

    /// Enrollments of these people in a course that are under way, or belong to the initiative already.
    public static func enrolled(
        _ people: [Identifier<Person>], in course: Identifier<Course>, for id: Identifier<Initiative>,
        _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: Enrolled] {
        let rows: [Enrolled] = try connection.rows(
            """
            SELECT person_id, id, initiative_id FROM enrollment
            WHERE person_id IN \(list: padded(people)) AND course_id = \(course) AND ended_at IS NULL
              AND (completed_at IS NULL OR initiative_id = \(id))
            ORDER BY id
            """)
        return Dictionary(rows.map { ($0.person, $0) }) { one, other in one.initiative == id ? one : other }
    }

    /// The enrollments of one person in these courses: those of the initiative, else the latest.
    public static func enrollments(
        of person: Identifier<Person>, in courses: [Identifier<Course>], for id: Identifier<Initiative>,
        _ connection: any SQLConnection
    ) throws -> [Identifier<Course>: Identifier<Enrollment>] {
        let rows = try connection.tuples(
            """
            SELECT course_id, id, CASE WHEN initiative_id = \(id) THEN 1 ELSE 0 END FROM enrollment
            WHERE person_id = \(person) AND course_id IN \(list: courses) AND ended_at IS NULL ORDER BY id
            """, Identifier<Course>.self, Identifier<Enrollment>.self, Bool.self)
        var found: [Identifier<Course>: (id: Identifier<Enrollment>, isOwn: Bool)] = [:]
        for (course, enrollment, isOwn) in rows where isOwn || found[course]?.isOwn != true {
            found[course] = (enrollment, isOwn)
        }
        return found.mapValues(\.id)
    }

    /// Whether anybody is enrolled in a course as part of an initiative.
    public static func hasPeople(
        in course: Identifier<Course>, of id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.value(
            "SELECT 1 FROM enrollment WHERE initiative_id = \(id) AND course_id = \(course) LIMIT 1", of: Int.self)
            != nil
    }

    /// Makes enrollments that stand alone part of an initiative; their plans stay as they are.
    public static func take(
        over enrollments: [Identifier<Enrollment>], into id: Identifier<Initiative>, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        try Slices.forEachList(enrollments) { list in
            try connection.execute(
                """
                UPDATE enrollment SET initiative_id = \(id), taken_over_at = \(now), revision = revision + 1
                WHERE id IN \(list: list) AND initiative_id IS NULL
                """)
        }
    }

    /// Adds people.
    public static func insert(
        _ people: [Identifier<Person>], into id: Identifier<Initiative>, by caller: Identifier<Person>?, now: Instant,
        _ connection: any SQLConnection
    ) throws {
        try connection.insert(
            "INSERT INTO initiative_person (initiative_id, person_id, added_by, added_at) VALUES",
            rows: people.sorted().map { [id.sqlValue, $0.sqlValue, caller.sqlValue, now.sqlValue] })
    }

    /// How many people who are here are in an initiative.
    public static func count(_ id: Identifier<Initiative>, _ connection: any SQLConnection) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM initiative_person JOIN person ON person.id = initiative_person.person_id
            WHERE initiative_person.initiative_id = \(id) AND person.left_at IS NULL
            """) ?? 0
    }

    /// Everybody in an initiative who is here, by id.
    public static func ids(
        of id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>] {
        try connection.column(
            """
            SELECT initiative_person.person_id
            FROM initiative_person JOIN person ON person.id = initiative_person.person_id
            WHERE initiative_person.initiative_id = \(id) AND person.left_at IS NULL
            ORDER BY initiative_person.person_id
            """)
    }

    /// Whether somebody is in an initiative.
    public static func contains(
        _ person: Identifier<Person>, in id: Identifier<Initiative>, _ connection: any SQLConnection
    ) throws -> Bool {
        try connection.value(
            "SELECT 1 FROM initiative_person WHERE initiative_id = \(id) AND person_id = \(person)", of: Int.self)
            != nil
    }

    /// The people of an initiative whom the caller may know by name, in the order of their ids.
    public static func list(
        of id: Identifier<Initiative>, seenBy caller: Caller, page: Page<Identifier<Person>>,
        _ connection: any SQLConnection
    ) throws -> [InitiativeMember] {
        let after: SQLQuery = page.after.map { "AND initiative_person.person_id > \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT person.id, person.name, initiative_person.added_at
            FROM initiative_person JOIN person ON person.id = initiative_person.person_id
            WHERE initiative_person.initiative_id = \(id) AND person.left_at IS NULL
              AND \(TeamStore.isSeen(by: caller, "person.id")) \(after)
            ORDER BY initiative_person.person_id LIMIT \(page.limit)
            """)
    }

    /// Filled up with its first value to a power of two, so that a connection's cache holds few statements.
    private static func padded<Value>(_ values: [Value]) -> [Value] {
        guard let first = values.first else { return [] }
        var length = 1
        while length < values.count { length *= 2 }
        return values + Array(repeating: first, count: length - values.count)
    }
}

extension InitiativeMember: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(id: try row.next(), name: try row.next(), addedAt: try row.next())
    }
}
