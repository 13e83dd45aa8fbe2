public import Learning
import Persistence

/// What a completion report counts, and what of that its reader may see.
public struct CompletionScope: Sendable {
    /// Whose numbers a reader may see.
    public enum Sight: Hashable, Sendable {
        case all
        /// Those of people below this manager.
        case tree(of: Identifier<Person>)
        /// Those of courses that this person owns.
        case courses(of: Identifier<Person>)
        /// Either.
        case treeAndCourses(of: Identifier<Person>)
    }

    public var course: Identifier<Course>?
    /// Only people below this manager.
    public var team: Identifier<Person>?
    public var sight: Sight

    public init(course: Identifier<Course>? = nil, team: Identifier<Person>? = nil, sight: Sight) {
        self.course = course
        self.team = team
        self.sight = sight
    }

    /// A condition: a counter, kept for the direct reports of `manager` in `course`, is counted. Both are columns.
    func counts(manager: SQLQuery, course: SQLQuery) -> SQLQuery {
        within(course: course, in: { "\(manager) IN \(TeamStore.withManager($0))" })
    }

    /// A condition: the enrollment of `person` in `course` is counted. Both are columns.
    func counts(person: SQLQuery, course: SQLQuery) -> SQLQuery {
        within(course: course, in: { "\(person) IN \(TeamStore.below($0))" })
    }

    /// A statement: the ids of all managers that counters are kept for and that may count, each once, and perhaps others.
    var keepers: SQLQuery {
        if let team { return "SELECT id FROM \(TeamStore.withManager(team)) AS below" }
        if case .tree(let root) = sight { return "SELECT id FROM \(TeamStore.withManager(root)) AS below" }
        // From one to the next in the index, over all that is kept for each.
        return """
            SELECT MIN(manager_id) FROM completion_counter WHERE manager_id > ''
            UNION ALL
            SELECT (SELECT MIN(manager_id) FROM completion_counter WHERE manager_id > keeper.id)
            FROM keeper WHERE keeper.id IS NOT NULL
            """
    }

    /// A condition: the team of `manager` may have rows.
    func chooses(manager: SQLQuery) -> SQLQuery {
        var chosen: SQLQuery = "1 = 1"
        if case .tree(let root) = sight { chosen = "\(manager) IN \(TeamStore.withManager(root))" }
        if let team { chosen = "\(chosen) AND \(manager) IN \(TeamStore.withManager(team))" }
        return chosen
    }

    /// A condition: `person` may have rows.
    func chooses(person: SQLQuery) -> SQLQuery {
        var chosen: SQLQuery =
            switch sight {
            case .all, .treeAndCourses: "1 = 1"
            case .tree(let root): "\(person) IN \(TeamStore.below(root))"
            case .courses(let owner):
                """
                EXISTS (SELECT 1 FROM enrollment AS theirs
                        WHERE theirs.person_id = \(person) AND \(Self.owned("theirs.course_id", by: owner)))
                """
            }
        if let team { chosen = "\(chosen) AND \(person) IN \(TeamStore.below(team))" }
        return chosen
    }

    private func within(course column: SQLQuery, in tree: (Identifier<Person>) -> SQLQuery) -> SQLQuery {
        var counted: SQLQuery =
            switch sight {
            case .all: "1 = 1"
            case .tree(let root): tree(root)
            case .courses(let owner): Self.owned(column, by: owner)
            case .treeAndCourses(let person): "(\(tree(person)) OR \(Self.owned(column, by: person)))"
            }
        if let team { counted = "\(counted) AND \(tree(team))" }
        if let course { counted = "\(counted) AND \(column) = \(course)" }
        return counted
    }

    private static func owned(_ course: SQLQuery, by person: Identifier<Person>) -> SQLQuery {
        "\(course) IN (SELECT own.id FROM course AS own WHERE own.owner_id = \(person))"
    }
}
