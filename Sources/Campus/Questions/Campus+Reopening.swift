public import Learning
import Persistence
import Store

extension Campus {
    /// Opens a question again whose answer did not help, due anew. The answer that it had stays where it was published, to be
    /// looked at today, and among what was proposed. Who is asked first (or else all trainers), and who answered, are told why.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller asked or is a trainer, `conflict` when it is open.
    public func reopen(
        _ id: Identifier<Question>, because reason: String, _ access: Access
    ) async throws -> QuestionView {
        let proposalID = makeIdentifier(Proposal.self)
        let now = now()
        let view = try await write(access) { connection, caller in
            var question = try Self.readable(id, by: caller, connection)
            guard caller.isTrainer || question.askedBy == caller.id else {
                throw Refusal.forbidden("Only whoever asked opens a question again, or a trainer.")
            }
            let reason = reason.trimmed
            try Self.checkLength(reason, Limits.asked, at: "/reason")
            guard question.state == .answered else {
                throw Refusal(.conflict, "still-open", "This question is open: nobody has answered it yet.")
            }
            let before = question
            question.state = .open
            question.reopenedBecause = reason
            question.reopenedAt = now
            question.reply = nil
            question.answerID = nil
            question.answeredBy = nil
            question.answeredAt = nil
            question.revision += 1
            try Self.route(&question, at: now, connection)
            guard try QuestionStore.reopen(question, connection) else { throw Refusal.stale }
            try Self.distrust(before, by: caller, now: now, connection)
            // What a trainer replied is not lost; what was proposed is there already. Either remembers what it became.
            let proposed = try ProposalStore.list(of: id, connection)
            if let known = proposed.first(where: { $0.text == before.reply && $0.authorID == before.answeredBy }) {
                if let answer = before.answerID { try ProposalStore.remember(answer, of: known.id, connection) }
            } else if let reply = before.reply {
                try ProposalStore.insert(
                    Proposal(
                        id: proposalID, questionID: id, authorID: before.answeredBy, text: reply,
                        createdAt: before.answeredAt ?? now, acceptedAt: before.answeredAt,
                        answerID: before.answerID), connection)
            }
            let answerer = try before.answeredBy.flatMap { person in
                try TokenStore.caller(person: person, connection)?.isTrainer == true ? person : nil
            }
            let text = "A question is open again: “\(question.text)” The answer did not help: \(reason)"
            try tellAnswerers(
                of: question, toFirst: text, toAll: text, and: Set([answerer].compactMap(\.self)), but: [caller.id],
                now: now, connection)
            return try Self.view(of: question, for: caller, connection)
        }
        await showChanges()
        return view
    }

    /// What was published for a question that is open again is to be looked at today. What people looked for and got it as the
    /// answer to is missing again: whoever still needs one is told of the next, too.
    private static func distrust(
        _ question: Question, by caller: Caller, now: Instant, _ connection: any SQLConnection
    ) throws {
        guard let id = question.answerID, let answer = try AnswerStore.find(id, connection),
            answer.questionID == question.id
        else { return }
        try SearchStore.unsettle(from: id, connection)
        guard answer.state == .published else { return }
        let today = CivilDate(now, in: "UTC")
        var due = answer
        due.fields.verifyBy = min(today, answer.fields.verifyBy ?? today)
        due.verifiedAt = nil
        due.verifiedBy = nil
        guard due != answer else { return }
        _ = try revise(answer, to: due, by: caller, naming: caller.id != question.askedBy, now: now, connection)
    }
}
