public import Persistence

/// Whole tables, whatever is in them: for taking the data from one database to another.
public enum TransferStore {
    /// A table by name, with its columns in their order.
    public struct Table: Hashable, Sendable {
        public let name: String
        let columns: [String]
        /// The places of the primary key's columns among them, in the key's order.
        let key: [Int]
    }

    /// Rows of one statement.
    public static let batch = 200
    /// What each database keeps for itself.
    private static let own: Set<String> = ["schema_migration", "blob", "blob_piece"]

    /// The tables of the schema, by name.
    public static func tables(_ connection: any SQLConnection) throws -> [Table] {
        let names: [String] = try connection.column("SELECT name FROM \(.tables) ORDER BY name")
        return try names.filter { !own.contains($0) && !$0.hasPrefix("sqlite_") }.map { name in
            let columns = try connection.tuples(
                "SELECT name, place_in_key FROM \(.columns) WHERE table_name = \(name) ORDER BY place", String.self,
                Int.self)
            let key = columns.indices.filter { columns[$0].1 > 0 }.sorted { columns[$0].1 < columns[$1].1 }
            guard !key.isEmpty else { throw StoreError(.other, "the table \(name) has no primary key") }
            return Table(name: name, columns: columns.map { $0.0 }, key: key)
        }
    }

    /// The name of a table that holds what people or packages brought; nil when there is none.
    public static func filled(_ connection: any SQLConnection) throws -> String? {
        try tables(connection).first { table in
            guard table.name != "setting" else { return false }
            return try !connection.column("SELECT 1 FROM \(name(table.name)) LIMIT 1", of: Int.self).isEmpty
        }?.name
    }

    /// Calls `body` with all rows in the order of their keys, some at a time, as the database stands in this transaction.
    public static func forEachBatch(
        of table: Table, _ connection: any SQLConnection, _ body: ([[SQLValue]]) throws -> Void
    ) throws {
        let columns = names(table.columns)
        let key = names(table.key.map { table.columns[$0] })
        var last: [SQLValue]?
        while true {
            let beyond: SQLQuery = last.map { "WHERE (\(key)) > \(rows: [$0])" } ?? ""
            var rows: [[SQLValue]] = []
            try connection.forEach(
                "SELECT \(columns) FROM \(name(table.name)) \(beyond) ORDER BY \(key) LIMIT \(batch)"
            ) { row in
                rows.append(try table.columns.map { _ in try row.next() })
            }
            if rows.isEmpty { return }
            try body(rows)
            last = rows.last.map { row in table.key.map { row[$0] } }
            if rows.count < batch { return }
        }
    }

    /// Adds rows as they are.
    public static func insert(_ rows: [[SQLValue]], into table: Table, _ connection: any SQLConnection) throws {
        try connection.execute(
            "INSERT INTO \(name(table.name)) (\(names(table.columns))) \(.overriding) VALUES \(rows: rows)")
    }

    /// Runs `body` with references looked at only when it has ended, as a table may refer to one that comes later, or to
    /// itself; and lets keys that count up go on from there.
    public static func load(_ connection: any SQLConnection, _ body: () throws -> Void) throws {
        try connection.script("\(.referencesLater)")
        // What an installation made for itself before anything was in it gives way.
        try connection.execute("DELETE FROM setting")
        try body()
        try connection.script("\(.referencesNow)")
    }

    private static func name(_ name: String) -> SQLQuery {
        SQLQuery(stringLiteral: "\"" + name.replacing("\"", with: "\"\"") + "\"")
    }

    private static func names(_ names: [String]) -> SQLQuery { .commaSeparated(names.map(name)) }
}

extension SQLFragment {
    /// The columns of all tables: `table_name`, `name`, `place`, and `place_in_key` from 1, 0 outside of the primary key.
    fileprivate static let columns = perDialect(
        "columns",
        sqlite: """
            (SELECT sqlite_master.name AS table_name, found.name, found.cid AS place, found.pk AS place_in_key
             FROM sqlite_master, pragma_table_info(sqlite_master.name) AS found WHERE sqlite_master.type = 'table') AS columns
            """,
        postgres: """
            (SELECT pg_class.relname AS table_name, pg_attribute.attname AS name, CAST(attnum AS BIGINT) AS place,
                    CAST(COALESCE(array_position(CAST(indkey AS SMALLINT[]), attnum) + 1, 0) AS BIGINT) AS place_in_key
             FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
             JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = current_schema()
             LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
             WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped) AS columns
            """)
    /// Before VALUES that give what the database would count up by itself.
    fileprivate static let overriding = perDialect("overriding", sqlite: "", postgres: "OVERRIDING SYSTEM VALUE")
    /// References are looked at when the transaction says so.
    fileprivate static let referencesLater = perDialect(
        "referencesLater", sqlite: "PRAGMA defer_foreign_keys = ON",
        postgres: """
            SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
            DO $$ DECLARE found RECORD; BEGIN
                FOR found IN SELECT conname, CAST(conrelid AS REGCLASS) AS place FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = CAST(current_schema() AS REGNAMESPACE)
                LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', found.place, found.conname);
                END LOOP;
            END $$
            """)
    /// References are looked at now and from now on, and counted keys go on behind the largest.
    fileprivate static let referencesNow = perDialect(
        "referencesNow", sqlite: "",
        postgres: """
            SET CONSTRAINTS ALL IMMEDIATE;
            DO $$ DECLARE found RECORD; BEGIN
                FOR found IN SELECT conname, CAST(conrelid AS REGCLASS) AS place FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = CAST(current_schema() AS REGNAMESPACE) AND condeferrable
                LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I NOT DEFERRABLE', found.place, found.conname);
                END LOOP;
                FOR found IN SELECT table_name, column_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND is_identity = 'YES'
                LOOP EXECUTE format(
                    'SELECT setval(pg_get_serial_sequence(%L, %L), COALESCE(MAX(%I), 0) + 1, FALSE) FROM %I',
                    found.table_name, found.column_name, found.column_name, found.table_name);
                END LOOP;
            END $$
            """)
}
