public import Learning
import Persistence
import Store

extension Campus {
    /// All published answers as files have them, in the order in which they came, at most `limit` at a time.
    /// - Parameter last: the last answer that the caller has.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is a trainer.
    public func answerLines(
        after last: Identifier<Answer>?, limit: Int, _ access: Access
    ) async throws -> [(id: Identifier<Answer>, line: AnswerLine)] {
        try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try AnswerFileStore.lines(after: last, limit: limit, connection)
        }
    }
}
