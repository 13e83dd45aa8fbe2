import Learning
import Persistence
import Store

extension Campus {
    /// Tells those who are to answer a question: who is asked first, or else everybody who answers questions, so that none waits
    /// unseen until it is overdue. Whoever asked is not told.
    /// - Parameters:
    ///   - toFirst: what is said to who is asked first.
    ///   - toAll: what is said to everybody where nobody is.
    ///   - others: those who are told in either case.
    ///   - knowing: those who know already.
    func tellAnswerers(
        of question: Question, toFirst: String, toAll: String, and others: Set<Identifier<Person>> = [],
        but knowing: Set<Identifier<Person>> = [], now: Instant, _ connection: any SQLConnection
    ) throws {
        let first = try question.routedTo.map { [$0] } ?? QuestionStore.trainers(connection)
        let people = others.union(first.prefix(Limits.questionNotices.value)).subtracting(knowing)
            .subtracting([question.askedBy])
        try NoticeStore.insert(
            people.sorted().map { person in
                Notice(
                    id: makeIdentifier(), personID: person, kind: .questionAsked,
                    text: question.routedTo == nil ? toAll : toFirst, subject: "\(question.id)", createdAt: now)
            }, connection)
    }
}
