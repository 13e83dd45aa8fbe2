import Answers
public import Learning
import Persistence
import Store

extension Campus {
    /// Ways of asking for an answer that were learned from people whom it helped. Who they are is not in it.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller is a trainer, `missing` where they may not read it.
    public func learnedPhrasings(
        of answer: Identifier<Answer>, page: Page<Identifier<LearnedPhrasing>>, _ access: Access
    ) async throws -> [LearnedPhrasing] {
        try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            _ = try Self.readable(answer, by: caller, connection)
            return try LearnedPhrasingStore.list(of: answer, page: page, connection)
        }
    }

    /// Takes a learned phrasing away from an answer for good: neither it nor what asks nearly the same is learned again.
    /// - Throws: ``Refusal`` of kind `missing` where the answer has no such phrasing.
    public func revokePhrasing(
        _ id: Identifier<LearnedPhrasing>, of answer: Identifier<Answer>, _ access: Access
    ) async throws {
        let now = now()
        let ids = phrasingIdentifiers()
        try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            _ = try Self.readable(answer, by: caller, connection)
            guard let words = try LearnedPhrasingStore.revoke(id, of: answer, now: now, connection) else {
                throw Refusal.missing("phrasing")
            }
            try Self.learnPhrasings(of: answer, ids: ids, now: now, connection)
            try AuditStore.append(
                [
                    AuditEntry(
                        at: now, actor: caller.actor, .phrasingRevoked, subject: "\(answer)",
                        changes: [AuditChange("phrasing", before: words)])
                ], connection)
        }
        await showChanges()
    }

    /// Ids for what may be learned of one answer.
    func phrasingIdentifiers() -> [Identifier<LearnedPhrasing>] {
        (0..<SharedPhrasing.most).map { _ in makeIdentifier() }
    }

    /// Takes in what a search came to, and learns from it.
    /// - Parameters:
    ///   - answer: what helped; nil where nothing did, which takes back what was said before.
    ///   - ids: for what is new.
    static func learn(
        from search: Search, helpedBy answer: Identifier<Answer>?, ids: [Identifier<LearnedPhrasing>], now: Instant,
        _ connection: any SQLConnection
    ) throws {
        let before = try ConfirmationStore.remove(search.id, connection)
        if let answer { try ConfirmationStore.add(search, helpedBy: answer, now: now, connection) }
        if let before, before != answer { try learnPhrasings(of: before, ids: ids, now: now, connection) }
        if let answer { try learnPhrasings(of: answer, ids: ids, now: now, connection) }
    }

    /// Works out anew what people whom an answer helped asked in common.
    static func learnPhrasings(
        of id: Identifier<Answer>, ids: [Identifier<LearnedPhrasing>], now: Instant, _ connection: any SQLConnection
    ) throws {
        guard let answer = try AnswerStore.find(id, connection) else { return }
        let searches = try ConfirmationStore.list(of: id, connection).map {
            (person: $0.person, words: AskedWords($0.words))
        }
        let learned = SharedPhrasing.learned(
            from: searches, revoked: try LearnedPhrasingStore.revoked(of: id, connection).map(AskedWords.init),
            stated: ([answer.fields.question] + answer.fields.also).map(AskedWords.init))
        try LearnedPhrasingStore.replace(
            zip(learned, ids).map {
                LearnedPhrasing(id: $1, words: $0.words, people: $0.people, learnedAt: now)
            }, of: id, connection)
    }
}
