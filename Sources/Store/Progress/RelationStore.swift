public import Learning
public import Persistence

/// Who is what to whom, for many people in one statement.
public enum RelationStore {
    /// Everybody above each of these people, at every height.
    public static func above(
        _ people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: Set<Identifier<Person>>] {
        var above: [Identifier<Person>: Set<Identifier<Person>>] = [:]
        try Slices.forEachList(people) { list in
            try connection.forEach(
                """
                WITH RECURSIVE above (person_id, manager_id) AS (
                    SELECT person.id, person.manager_id FROM person WHERE person.id IN \(list: list)
                    UNION
                    SELECT above.person_id, person.manager_id FROM above JOIN person ON person.id = above.manager_id
                )
                SELECT above.person_id, above.manager_id FROM above WHERE above.manager_id IS NOT NULL
                """
            ) { row in
                above[try row.next(), default: []].insert(try row.next())
            }
        }
        return above
    }

    /// The direct manager of each of these people who has one.
    public static func managers(
        of people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: Identifier<Person>] {
        var managers: [Identifier<Person>: Identifier<Person>] = [:]
        try Slices.forEachList(people) { list in
            try connection.forEach(
                "SELECT id, manager_id FROM person WHERE id IN \(list: list) AND manager_id IS NOT NULL"
            ) { row in
                managers[try row.next()] = try row.next(Identifier<Person>.self)
            }
        }
        return managers
    }

    /// Which of these items a person has completed, anywhere: the enrollments that `credited` events name.
    public static func earned(
        _ items: [(enrollment: Identifier<Enrollment>, item: ItemKey)], _ connection: any SQLConnection
    ) throws -> [Identifier<Enrollment>: (person: Identifier<Person>, course: Identifier<Course>, items: Set<ItemKey>)]
    {
        var earned:
            [Identifier<Enrollment>: (person: Identifier<Person>, course: Identifier<Course>, items: Set<ItemKey>)] =
                [:]
        try Slices.forEachList(Array(Set(items.map(\.enrollment)))) { list in
            try connection.forEach(
                """
                SELECT enrollment.id, enrollment.person_id, enrollment.course_id, progress.activity, progress.occurrence
                FROM enrollment JOIN progress ON progress.enrollment_id = enrollment.id
                WHERE enrollment.id IN \(list: list) AND progress.completed_at IS NOT NULL
                """
            ) { row in
                let id: Identifier<Enrollment> = try row.next()
                let person: Identifier<Person> = try row.next()
                let course: Identifier<Course> = try row.next()
                earned[id, default: (person, course, [])].items.insert(ItemKey(try row.next(), try row.next()))
            }
        }
        return earned
    }
}
