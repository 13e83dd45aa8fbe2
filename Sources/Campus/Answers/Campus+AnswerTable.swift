import CoursePackage
public import Foundation
public import Learning
import Persistence
import Store

extension Campus {
    /// So many rows share a transaction, so that a long table keeps nobody waiting.
    private static let rowsPerTransaction = 200

    /// Takes in a file of answers. A row with a key that is known changes that answer; a row that cannot be taken is refused
    /// for itself and takes no other along.
    /// - Parameter isChanging: whether answers that are known are changed; otherwise they stay as they are.
    /// - Throws: ``Refusal`` of kind `invalid` when it is no file of answers, `forbidden` unless the caller is a trainer.
    public func importAnswers(
        _ file: Data, as format: AnswerFormat, isChanging: Bool = true, _ access: Access
    ) async throws -> [AnswerRowResult] {
        try await checkMayImportAnswers(access)
        let rows = try await offPool { try AnswerFile.read(file, as: format) }
        var results: [AnswerRowResult] = []
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerTransaction) {
            let part = Array(rows[start..<min(start + Self.rowsPerTransaction, rows.count)])
            let now = now()
            // Sorted, so that what is new is listed and written in the file's order.
            let ids = part.map { _ in makeIdentifier(Answer.self) }.sorted()
            results += try await write(access) { connection, caller in
                try Self.requireTrainer(caller)
                let names = try AnswerTableNames(of: part, connection)
                return try zip(part, ids).map { row, id in
                    let outcome = try Self.take(
                        row, as: id, names, isChanging: isChanging, by: caller, now: now, connection)
                    return AnswerRowResult(row, outcome)
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
        if let fault = row.fault { return .refused(fault) }
        do {
            return try connection.savepoint {
                let fields = try names.resolve(row)
                guard var known = try known(row, course: fields.courseID, connection) else {
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
                guard before.state == .published else {
                    throw Refusal.invalid(
                        "/key", "answer-retired",
                        "This answer is retired, so that nobody would find the change: publish it on its page first, or give another key."
                    )
                }
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

    /// The answer that a row changes; nil where it is new. One without a key of its own is written into files under its id.
    private static func known(
        _ row: AnswerRow, course: Identifier<Course>?, _ connection: any SQLConnection
    ) throws -> Answer? {
        for key in [row.otherKey, row.key].compactMap(\.self) {
            if let known = try AnswerStore.find(key: key, course: course, connection) { return known }
        }
        guard let key = row.key else { return nil }
        guard let id = Identifier<Answer>(key), let known = try AnswerStore.find(id, connection) else { return nil }
        guard known.fields.courseID == course else {
            throw Refusal.invalid(
                "/course", "other-course",
                "The answer \"\(key)\" is here and belongs to another course: a file moves no answer between courses.")
        }
        return known
    }
}
