public import Persistence

/// A trigger that refuses some writes, so that a test sees what comes of that.
public struct RefusingTrigger: Sendable {
    private let table: String
    private let name: String
    private let event: String
    private let condition: String

    /// - Parameters:
    ///   - event: `INSERT` or `UPDATE`.
    ///   - condition: on `NEW`; every row unless said otherwise.
    public init(_ event: String, on table: String, when condition: String = "1 = 1") {
        self.table = table
        self.event = event
        self.condition = condition
        name = "refuse_\(table)"
    }

    public func set(_ connection: any SQLConnection) throws {
        let made = SQLFragment.perDialect(
            "refusing trigger",
            sqlite: """
                CREATE TRIGGER \(name) BEFORE \(event) ON \(table) WHEN \(condition)
                BEGIN SELECT RAISE(ABORT, 'refused by the test'); END
                """,
            postgres: """
                CREATE FUNCTION \(name)() RETURNS TRIGGER LANGUAGE plpgsql
                AS $$ BEGIN RAISE check_violation USING MESSAGE = 'refused by the test'; END $$;
                CREATE TRIGGER \(name) BEFORE \(event) ON \(table) FOR EACH ROW WHEN (\(condition))
                EXECUTE FUNCTION \(name)()
                """)
        try connection.script("\(made)")
    }

    public func lift(_ connection: any SQLConnection) throws {
        let lifted = SQLFragment.perDialect(
            "refusing trigger lifted", sqlite: "DROP TRIGGER \(name)",
            postgres: "DROP TRIGGER \(name) ON \(table); DROP FUNCTION \(name)()")
        try connection.script("\(lifted)")
    }
}
