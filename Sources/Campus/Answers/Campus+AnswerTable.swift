public import Learning
import Persistence
import Store

extension Campus {
    /// So many rows share a transaction, so that a long table keeps nobody waiting.
    private static let rowsPerTransaction = 200

    /// Takes in a table of answers (CSV). A row with a key that is known changes that answer; a row that cannot be taken is
    /// refused for itself and takes no other along.
    /// - Parameter isChanging: whether answers that are known are changed; otherwise they stay as they are.
    /// - Throws: ``Refusal`` of kind `invalid` when it is no table of answers, `forbidden` unless the caller is a trainer.
    public func importAnswers(
        csv text: String, isChanging: Bool = true, _ access: Access
    ) async throws -> [AnswerRowResult] {
        try await checkMayImportAnswers(access)
        let rows = try await offPool { try AnswerRow.rows(of: try CSVTable(text)) }
        var results: [AnswerRowResult] = []
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerTransaction) {
            let part = Array(rows[start..<min(start + Self.rowsPerTransaction, rows.count)])
            let now = now()
            let ids = part.map { _ in makeIdentifier(Answer.self) }
            results += try await write(access) { connection, caller in
                try Self.requireTrainer(caller)
                let names = try AnswerTableNames(of: part, connection)
                return try zip(part, ids).map { row, id in
                    let outcome = try Self.take(
                        row, as: id, names, isChanging: isChanging, by: caller, now: now, connection)
                    return AnswerRowResult(line: row.line, key: row.key, outcome: outcome)
                }
            }
        }
        await showChanges()
        return results
    }

    /// Whether a caller may bring answers, before they send them.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is a trainer.
    public func checkMayImportAnswers(_ access: Access) async throws {
        try await read(access) { _, caller in
            try Self.requireTrainer(caller)
            guard caller.scope == .all else { throw Refusal.readOnlyToken }
        }
    }

    private static func take(
        _ row: AnswerRow, as id: Identifier<Answer>, _ names: AnswerTableNames, isChanging: Bool, by caller: Caller,
        now: Instant, _ connection: any SQLConnection
    ) throws -> AnswerRowResult.Outcome {
        do {
            return try connection.savepoint {
                if let fault = row.fault { throw Refusal(.invalid, fault.code, fault.message, details: [fault]) }
                let fields = try names.resolve(row)
                guard let key = row.key, var known = try AnswerStore.find(key: key, course: fields.courseID, connection)
                else {
                    let answer = new(id, key: row.key, fields, by: caller, now: now)
                    try check(answer.fields, connection)
                    try AnswerStore.insert(answer, by: caller.personID, connection)
                    try note(answer, was: nil, by: caller, now: now, connection)
                    return .created
                }
                guard isChanging else { return .unchanged }
                let before = known
                known.fields = row.applied(fields, to: before.fields).normalized
                verify(&known, was: before, by: caller, now: now)
                guard known != before else { return .unchanged }
                try check(known.fields, connection, was: before.fields)
                _ = try revise(before, to: known, by: caller, now: now, connection)
                return .updated
            }
        } catch let refusal as Refusal {
            var detail = refusal.details.first ?? .init(pointer: "", code: refusal.code, message: refusal.message)
            // A table names its columns as people would: `owner`, `course`.
            if detail.pointer.hasSuffix("_id") { detail.pointer.removeLast("_id".count) }
            return .refused(detail)
        }
    }
}

/// Who and which course is meant by the names in a table.
private struct AnswerTableNames {
    private let people: [String: Identifier<Person>]
    private let courses: [String: Identifier<Course>]

    init(of rows: [AnswerRow], _ connection: any SQLConnection) throws {
        people = try PersonStore.find(named: Set(rows.compactMap(\.owner)), connection)
        var courses: [String: Identifier<Course>] = [:]
        for key in Set(rows.compactMap(\.course)) { courses[key] = try CourseStore.find(key: key, connection)?.id }
        self.courses = courses
    }

    func resolve(_ row: AnswerRow) throws(Refusal) -> AnswerFields {
        var fields = row.fields
        if let owner = row.owner {
            guard let person = people[owner] else {
                throw .invalid("/owner", "unknown-person", "There is nobody here who is \"\(owner.prefix(100))\".")
            }
            fields.ownerID = person
        }
        if let key = row.course {
            guard let course = courses[key] else {
                throw .invalid("/course", "unknown-course", "There is no course \"\(key.prefix(100))\".")
            }
            fields.courseID = course
        }
        return fields
    }
}
