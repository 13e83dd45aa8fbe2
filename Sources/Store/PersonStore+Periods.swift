public import Learning
public import Persistence

extension PersonStore {
    /// Who managed a person, oldest first.
    /// - Parameter page: its key is the beginning of the last period that the caller has.
    public static func managers(
        of person: Identifier<Person>, page: Page<Instant>, _ connection: any SQLConnection
    ) throws -> [ManagerPeriod] {
        let after: SQLQuery = page.after.map { "AND period.since > \($0)" } ?? ""
        return try connection.rows(
            """
            SELECT period.manager_id, manager.name, period.since, period.until
            FROM person_manager_period AS period LEFT JOIN person AS manager ON manager.id = period.manager_id
            WHERE period.person_id = \(person) \(after)
            ORDER BY period.since LIMIT \(page.limit)
            """)
    }
}

extension ManagerPeriod: RowDecodable {
    public init(row: inout SQLRow) throws {
        self.init(
            managerID: try row.next(), managerName: try row.next(), since: try row.next(), until: try row.next())
    }
}
