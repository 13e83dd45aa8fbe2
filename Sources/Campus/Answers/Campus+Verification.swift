public import Learning
import Persistence
import Store

extension Campus {
    /// Says that an answer still holds, and when to look again.
    /// - Parameters:
    ///   - revision: the one that the caller has read.
    ///   - day: on which somebody is to look again; after ``AnswerFields/verifyAfterDays`` unless it is given.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller owns the answer or is a trainer, `stale` when it was changed
    ///   since, `invalid` for a day that is over.
    public func verifyAnswer(
        _ id: Identifier<Answer>, revision: Int, until day: CivilDate? = nil, _ access: Access
    ) async throws -> Answer {
        let now = now()
        return try await write(access) { connection, caller in
            let before = try Self.readable(id, by: caller, connection)
            guard caller.isTrainer || before.fields.ownerID == caller.id else {
                throw Refusal.forbidden("Only the owner of an answer, or a trainer, says that it holds.")
            }
            guard before.revision == revision else { throw Refusal.stale }
            let today = CivilDate(now, in: "UTC")
            let next = day ?? today.advanced(days: AnswerFields.verifyAfterDays)
            guard next > today else {
                throw Refusal.invalid("/verify_by", "too-early", "A day after today is expected.")
            }
            var answer = before
            answer.fields.verifyBy = next
            answer.verifiedAt = now
            answer.verifiedBy = caller.personID
            answer = try Self.revise(before, to: answer, by: caller, now: now, connection)
            return try Self.shown([answer], to: caller, connection)[0]
        }
    }

    /// Whoever moves the day to look again to a later one has looked.
    static func verify(_ answer: inout Answer, was before: Answer, by caller: Caller, now: Instant) {
        guard let day = answer.fields.verifyBy, before.fields.verifyBy.map({ $0 < day }) ?? true else { return }
        answer.verifiedAt = now
        answer.verifiedBy = caller.personID
    }
}
