import Learning
import Persistence
import Store

extension Campus {
    /// As many ids as one new answer may need notices, made outside of the transaction: one for its asker, one for each
    /// follower, one for each who looked in vain.
    func makeNoticeIDs() -> [Identifier<Notice>] {
        (0...Limits.followers.value + Limits.gapNotices.value).map { _ in makeIdentifier(Notice.self) }
    }

    /// Who looked in vain for what an answer is about to be given to. Comparing thousands of searches takes a while: it is done
    /// before the transaction that tells them.
    /// - Parameter ways: how the answer is asked for.
    func seekers(of ways: [String]) async throws -> [MissedSearches.Seeker] {
        guard !ways.isEmpty else { return [] }
        let since = gapBegan(now())
        let missed = try await retrying {
            try await writeSearches()
            return try await database.read { try MissedSearches(since: since, $0) }
        }
        // As many as an answer may have, and what was asked and searched for; what has more is refused in the transaction.
        let most = Limits.phrasings.value + 3
        return try await offPool { missed.seekers(of: Array(ways.prefix(most))) }
    }

    /// Tells those who follow a question that was answered, and those who looked for the same in vain.
    /// - Parameters:
    ///   - seekers: who looked for it in vain.
    ///   - others: those who know already.
    ///   - ids: for the notices, without the asker's.
    func tellOthers(
        of question: Question, and seekers: [MissedSearches.Seeker], but others: Set<Identifier<Person>>,
        _ ids: ArraySlice<Identifier<Notice>>, now: Instant, _ connection: any SQLConnection
    ) throws {
        let told = try Self.tellFollowers(of: question, but: others, ids, now: now, connection)
        guard let answer = question.answerID else { return }
        try tell(
            seekers, of: answer, but: others.union(told), ids.dropFirst(Limits.followers.value), now: now, connection)
    }

    /// Tells those who looked for something in vain, or wait for an answer to a question, that there is an answer now: each of
    /// them alone, only where they may read it, and of one answer once. What they looked for is missing no more.
    /// - Parameters:
    ///   - others: those who know already.
    ///   - ids: for the notices.
    func tell(
        _ seekers: [MissedSearches.Seeker], of answer: Identifier<Answer>, but others: Set<Identifier<Person>>,
        _ ids: ArraySlice<Identifier<Notice>>, now: Instant, _ connection: any SQLConnection
    ) throws {
        guard let published = try AnswerStore.find(answer, connection), published.state == .published else { return }
        let people = seekers.map(\.person)
        let allowed =
            try published.fields.courseID.map { try CourseSight.readers(of: $0, among: people, connection) }
            ?? Set(TokenStore.callers(people: people, connection).get().keys)
        // Whoever is not told takes no place from those who are.
        let most = Limits.gapNotices.value
        let readers = seekers.filter { allowed.contains($0.person) }.prefix(most + others.count)
        let known = try [Notice.Kind.gapAnswered, .followedAnswered].reduce(into: others) { known, kind in
            known.formUnion(
                try NoticeStore.told(kind, of: "\(answer)", among: readers.map(\.person), connection))
        }
        let told = readers.filter { !known.contains($0.person) }.prefix(most)
        let notices = zip(told, ids).map { seeker, id in
            Notice(
                id: id, personID: seeker.person, kind: .gapAnswered,
                text: "You looked for “\(seeker.words)” and found no help. There is an answer now: "
                    + "“\(published.fields.question)”",
                subject: "\(answer)", createdAt: now)
        }
        try NoticeStore.insert(notices, connection)
        let settled = told + readers.filter { known.contains($0.person) }
        try SearchStore.settle(
            Set(settled.flatMap(\.keys)).sorted(), of: settled.map(\.person), with: answer, in: gapBegan(now)...now,
            connection)
    }

    /// Since when who looked in vain is told of an answer.
    private func gapBegan(_ now: Instant) -> Instant {
        now.advanced(bySeconds: -Int64(Limits.gapDays.value) * 86_400)
    }
}
