public import Learning
import Persistence
import Store

/// What may be read of the replies to an invitation.
public struct InitiativeReplies: Sendable {
    /// All of the reader's own, in the order in which they were given; the last counts.
    public var own: [InitiativeReply]
    /// What groups of five and more answered; nil for those who do not lead the initiative.
    public var told: InvitationReport?
}

extension Campus {
    /// Keeps what the caller answers to the invitation of an initiative that they are in. Earlier replies stay in the record.
    /// - Throws: ``Refusal`` of kind `missing` when they may not see it, `forbidden` when they are not in it, `invalid`.
    public func reply(
        _ answer: InitiativeReply.Answer, because: String?, to id: Identifier<Initiative>, _ access: Access
    ) async throws -> InitiativeReply {
        let now = now()
        return try await write(access) { connection, caller in
            guard let initiative = try InitiativeStore.hold(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            guard try InitiativePeopleStore.contains(caller.id, in: initiative.id, connection) else {
                throw Refusal.forbidden("Only those who are invited answer the invitation.")
            }
            let reply = InitiativeReply(
                personID: caller.id, answer: answer, because: because, saidAt: now
            ).normalized
            if let problem = reply.problem {
                throw Refusal(.invalid, problem.code, problem.message, details: [problem])
            }
            // The same once more says nothing new, and makes no voice.
            let last = try InitiativeReplyStore.list(of: caller.id, to: id, connection).last
            if let last, last.answer == reply.answer, last.because == reply.because { return last }
            try InitiativeReplyStore.insert(reply, to: id, connection)
            return reply
        }
    }

    /// The replies to an invitation, as far as the caller may read them.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func replies(to id: Identifier<Initiative>, _ access: Access) async throws -> InitiativeReplies {
        try await read(access) { connection, caller in
            guard let initiative = try InitiativeStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            let own = try InitiativeReplyStore.list(of: caller.id, to: id, connection)
            guard initiative.isLed(by: caller) else { return InitiativeReplies(own: own, told: nil) }
            let all = try InitiativeReplyStore.list(of: id, connection)
            return InitiativeReplies(own: own, told: InvitationReport(all, reader: caller.personID))
        }
    }
}
