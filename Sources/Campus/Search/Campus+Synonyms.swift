public import Learning
import Store

extension Campus {
    /// The synonyms that searches use.
    /// - Throws: ``Refusal`` of kind `forbidden` for those who do not keep answers.
    public func synonyms(_ access: Access) async throws -> Synonyms {
        try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try SynonymStore.load(connection)
        }
    }

    /// Replaces the synonyms; searches on this node use them when it returns, those on others a moment later.
    /// - Parameter synonyms: all of them, with the revision that the caller has read.
    /// - Throws: ``Refusal`` of kind `invalid` with every wrong place, or `stale` when they were changed since.
    public func replaceSynonyms(_ synonyms: Synonyms, _ access: Access) async throws -> Synonyms {
        let now = now()
        let wanted = synonyms.normalized
        let saved = try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            let problems = wanted.problems
            if let first = problems.first {
                throw Refusal(
                    .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message,
                    details: Array(problems.prefix(100)))
            }
            // Taking a number in the sequence of changes first makes others who write synonyms wait.
            try ChangeStore.append(.synonyms, subject: "", connection)
            let before = try SynonymStore.load(connection)
            guard before.revision == wanted.revision else { throw Refusal.stale }
            var after = wanted
            after.revision += 1
            try SynonymStore.save(after, connection)
            try AuditStore.append(
                [
                    AuditEntry(
                        at: now, actor: caller.actor, .synonymsChanged, subject: "synonyms",
                        changes: AuditChange.list(from: before, to: after))
                ], connection)
            return after
        }
        await showChanges()
        return saved
    }
}
