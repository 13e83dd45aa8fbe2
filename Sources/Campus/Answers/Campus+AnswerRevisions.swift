public import Learning
import Persistence
import Store

/// One revision of an answer, with what it changed.
public struct AnswerRevisionView: Sendable {
    public var revision: AnswerRevision
    /// Who made it; nil for the operator, and where it is not known.
    public var madeBy: (id: Identifier<Person>, name: String)?
    /// The fields that it changed, as the API calls them.
    public var changed: [String]
}

extension Campus {
    /// What an answer was and is, newest first.
    /// - Parameter page: its key is the number of the last revision that the caller has; it should ask for one row more than
    ///   is shown, so that every row shown is compared with the one before it.
    public func revisions(
        of id: Identifier<Answer>, page: Page<Int>, _ access: Access
    ) async throws -> [AnswerRevisionView] {
        try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            let answer = try Self.readable(id, by: caller, connection)
            let revisions = try AnswerRevisionStore.list(of: answer, page: page, connection)
            let names = try PersonStore.names(of: Set(revisions.compactMap(\.madeBy)), connection)
            return revisions.indices.map { index in
                let revision = revisions[index]
                let before = revisions.indices.contains(index + 1) ? revisions[index + 1] : nil
                return AnswerRevisionView(
                    revision: revision,
                    madeBy: revision.madeBy.flatMap { id in names[id].map { (id, $0) } },
                    changed: revision.changed(from: before))
            }
        }
    }

    /// Makes an answer what it was, as a new revision. Its owner and the day to look again stay.
    /// - Parameter revision: the one that the caller has read.
    /// - Throws: ``Refusal`` of kind `invalid` when there is no such revision, or what it names is gone; `stale` when the
    ///   answer was changed since.
    public func restoreAnswer(
        _ id: Identifier<Answer>, to number: Int, revision: Int, _ access: Access
    ) async throws -> Answer {
        let now = now()
        let answer = try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            guard let before = try AnswerStore.find(id, connection) else { throw Refusal.missing("answer") }
            guard before.revision == revision else { throw Refusal.stale }
            guard let wanted = try AnswerRevisionStore.find(number, of: before, connection) else {
                throw Refusal.invalid("/revision", "unknown-revision", "This answer has no revision \(number).")
            }
            let answer = wanted.restored(to: before)
            guard answer != before else { return before }
            try Self.check(answer.fields, connection, was: before.fields)
            return try Self.revise(before, to: answer, by: caller, now: now, connection)
        }
        await showChanges()
        return answer
    }
}
