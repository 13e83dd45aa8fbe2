import Learning
import Persistence
import Store

extension Campus {
    /// As many ids as one new answer may need notices, made outside of the transaction.
    func makeNoticeIDs() -> [Identifier<Notice>] {
        (0...Limits.gapNotices.value).map { _ in makeIdentifier(Notice.self) }
    }

    /// Tells those who looked for the same in vain, or wait for an answer to the same question, that there is an answer now:
    /// each of them alone, and only where they may read it.
    /// - Parameters:
    ///   - words: what was asked and searched for.
    ///   - others: those who know already.
    ///   - ids: for the notices; at most so many are told.
    static func tellWhoLooked(
        for words: [String], of answer: Identifier<Answer>, but others: Set<Identifier<Person>>,
        _ ids: ArraySlice<Identifier<Notice>>, now: Instant, _ connection: any SQLConnection
    ) throws {
        guard let published = try AnswerStore.find(answer, connection), published.state == .published else { return }
        let keys = Set(words.map(SortKey.make)).subtracting([""]).sorted()
        let since = now.advanced(bySeconds: -Int64(Limits.gapDays.value) * 86_400)
        let people = try GapStore.people(
            searching: keys, asking: Set(words).sorted(), since: since, limit: ids.count, connection)
        var notices: [Notice] = []
        for (person, id) in zip(people.filter({ !others.contains($0) }), ids) {
            guard let caller = try TokenStore.caller(person: person, connection),
                try mayRead(published, caller, connection)
            else { continue }
            notices.append(
                Notice(
                    id: id, personID: person, kind: .gapAnswered,
                    text:
                        "You looked for this and found nothing. There is an answer now: “\(published.fields.question)”",
                    subject: "\(answer)", createdAt: now))
        }
        try NoticeStore.insert(notices, connection)
    }
}
