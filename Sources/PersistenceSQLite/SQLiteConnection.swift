import Foundation
import GRDB
import Persistence

/// One transaction of SQLite.
struct SQLiteConnection: SQLConnection {
    /// Longer statements have a shape of their own each time and would only fill the cache.
    private static let cachedLength = 4096

    let database: Database

    var dialect: SQLDialect { .sqlite }

    @discardableResult
    func execute(_ query: SQLQuery) throws -> Int {
        try translating {
            let (statement, arguments) = try prepare(query)
            try statement.execute(arguments: arguments)
            return database.changesCount
        }
    }

    func forEach(_ query: SQLQuery, _ body: (inout SQLRow) throws -> Void) throws {
        try translating {
            let (statement, arguments) = try prepare(query)
            let cursor = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try cursor.next() {
                var columns = SQLRow(columns: row.count) { index in SQLValue(row[index] as DatabaseValue) }
                try body(&columns)
            }
        }
    }

    func script(_ script: SQLQuery) throws {
        try translating { try database.execute(sql: script.rendered(for: .sqlite).sql) }
    }

    func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        var value: Value?
        try translating {
            try database.inSavepoint {
                value = try body()
                return .commit
            }
        }
        guard let value else { throw StoreError(.other, "the savepoint gave no value") }
        return value
    }

    private func prepare(_ query: SQLQuery) throws -> (Statement, StatementArguments) {
        let (sql, bindings) = query.rendered(for: .sqlite)
        let statement =
            sql.utf8.count <= Self.cachedLength
            ? try database.cachedStatement(sql: sql) : try database.makeStatement(sql: sql)
        return (statement, StatementArguments(bindings.flatMap(\.values).map { $0.databaseValue }))
    }

    private func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(translating: error)
        }
    }
}

extension SQLValue {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
