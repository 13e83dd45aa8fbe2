import Learning
import Persistence
import Store

extension Campus {
    /// As many ids as one new answer may need notices, made outside of the transaction: one for its asker, one for each
    /// follower, one for each who looked in vain.
    func makeNoticeIDs() -> [Identifier<Notice>] {
        (0...Limits.followers.value + Limits.gapNotices.value).map { _ in makeIdentifier(Notice.self) }
    }

    /// Tells those who follow a question that was answered, and those who looked for the same in vain.
    /// - Parameters:
    ///   - isNew: whether nobody could find its answer before.
    ///   - others: those who know already.
    ///   - ids: for the notices, without the asker's.
    static func tellOthers(
        of question: Question, isNew: Bool = true, but others: Set<Identifier<Person>>,
        _ ids: ArraySlice<Identifier<Notice>>, now: Instant, _ connection: any SQLConnection
    ) throws {
        let told = try tellFollowers(of: question, but: others, ids, now: now, connection)
        guard let answer = question.answerID, isNew else { return }
        try tellWhoLooked(
            for: [question.text, question.words].compactMap { $0 }, of: answer, but: others.union(told),
            ids.dropFirst(Limits.followers.value), now: now, connection)
    }

    /// Tells those who looked for the same in vain, or wait for an answer to the same question, that there is an answer now:
    /// each of them alone, and only where they may read it.
    /// - Parameters:
    ///   - words: what was asked and searched for.
    ///   - others: those who know already.
    ///   - ids: for the notices.
    static func tellWhoLooked(
        for words: [String], of answer: Identifier<Answer>, but others: Set<Identifier<Person>>,
        _ ids: ArraySlice<Identifier<Notice>>, now: Instant, _ connection: any SQLConnection
    ) throws {
        guard let published = try AnswerStore.find(answer, connection), published.state == .published else { return }
        let keys = Set(words.map(SortKey.make)).subtracting([""]).sorted()
        let since = now.advanced(bySeconds: -Int64(Limits.gapDays.value) * 86_400)
        // Whoever is not told takes no place from those who are.
        let people = try GapStore.people(
            searching: keys, asking: Set(words).sorted(), since: since, seeing: published.fields.courseID,
            limit: Limits.gapNotices.value + others.count, connection
        ).filter { !others.contains($0) }
        let notices = zip(people.prefix(Limits.gapNotices.value), ids).map { person, id in
            Notice(
                id: id, personID: person, kind: .gapAnswered,
                text: "You looked for this and found nothing. There is an answer now: “\(published.fields.question)”",
                subject: "\(answer)", createdAt: now)
        }
        try NoticeStore.insert(notices, connection)
    }
}
