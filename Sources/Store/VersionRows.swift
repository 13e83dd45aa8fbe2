import Learning
public import Persistence

/// Some rows of a version's parts, few enough for one transaction.
public struct VersionRows: Sendable {
    /// Most rows of one transaction, so that an import of any size keeps nobody waiting.
    public static let limit = 2000
    /// Most rows of one statement: both databases bound how many values it may bind.
    private static let statementLimit = 500

    enum Table: Sendable { case behavior, module, step, answer, file }

    private var parts: [(table: Table, rows: [[SQLValue]])] = []
    private(set) var count = 0

    /// All rows of a version, in slices of at most `limit`.
    public static func slices(of version: StagedVersion, limit: Int = limit) throws -> [VersionRows] {
        var slices: [VersionRows] = []
        var current = VersionRows()
        for (table, rows) in try rows(of: version) {
            for row in rows {
                if current.count == limit {
                    slices.append(current)
                    current = VersionRows()
                }
                current.append(row, to: table)
            }
        }
        if current.count > 0 { slices.append(current) }
        return slices
    }

    /// Writes them.
    public func insert(_ connection: any SQLConnection) throws {
        for (table, rows) in parts {
            var rest = rows[...]
            while !rest.isEmpty {
                try connection.execute("\(table.insertion) \(rows: Array(rest.prefix(Self.statementLimit)))")
                rest = rest.dropFirst(Self.statementLimit)
            }
        }
    }

    private mutating func append(_ row: [SQLValue], to table: Table) {
        if parts.last?.table != table { parts.append((table, [])) }
        parts[parts.count - 1].rows.append(row)
        count += 1
    }

    private static func rows(of version: StagedVersion) throws -> [(Table, [[SQLValue]])] {
        let id = version.id.sqlValue
        let draft = version.draft
        var steps: [[SQLValue]] = []
        for module in draft.modules {
            for step in module.steps {
                let definition = try Definition.encode(step)
                steps.append([
                    id, steps.count.sqlValue, .text(module.key), .text(step.key), step.kind.sqlValue,
                    .text(step.title), .text(definition),
                ])
            }
        }
        return [
            (
                .behavior,
                draft.behaviors.enumerated().map { [id, $0.sqlValue, .text($1.key), .text($1.text)] }
            ),
            (
                .module,
                try draft.modules.enumerated().map {
                    [
                        id, $0.sqlValue, .text($1.key), $1.kind.sqlValue, .text($1.title),
                        .text(try Definition.encode($1.requires)),
                    ]
                }
            ),
            (.step, steps),
            (
                .answer,
                try draft.answers.enumerated().map {
                    [id, $0.sqlValue, .text($1.key), .text(try Definition.encode($1))]
                }
            ),
            (
                .file,
                version.files.map {
                    [id, .text($0.path), $0.digest.sqlValue, $0.size.sqlValue, $0.isWithheld.sqlValue]
                }
            ),
        ]
    }
}

extension VersionRows.Table {
    var insertion: SQLQuery {
        switch self {
        case .behavior: "INSERT INTO behavior (version_id, position, key, text) VALUES"
        case .module: "INSERT INTO module (version_id, position, key, kind, title, requires) VALUES"
        case .step: "INSERT INTO step (version_id, position, module_key, key, kind, title, definition) VALUES"
        case .answer: "INSERT INTO version_answer (version_id, position, key, definition) VALUES"
        case .file: "INSERT INTO version_file (version_id, path, digest, size, is_withheld) VALUES"
        }
    }
}
