public import Learning
import Persistence
import Store

extension Campus {
    /// Lets the caller be told once a colleague's question is answered. Twice is as often as once.
    /// - Throws: ``Refusal`` of kind `missing` for a question that the caller may not see, `conflict` when it is answered, is
    ///   the caller's own, or is followed by as many as may.
    public func follow(_ id: Identifier<Question>, _ access: Access) async throws -> QuestionView {
        let now = now()
        return try await write(access) { connection, caller in
            let question = try Self.readable(id, by: caller, connection)
            guard let person = caller.personID else {
                throw Refusal.forbidden("A person follows; the command line is nobody.")
            }
            guard question.askedBy != person else {
                throw Refusal(.conflict, "own-question", "This question is yours: its answer comes into your inbox.")
            }
            // Before they are counted: two at once are counted one after the other, and none comes after the answer.
            guard try QuestionStore.hold(id, connection) else { throw Refusal.alreadyAnswered }
            let followers = try QuestionFollowerStore.list(of: id, connection)
            guard followers.contains(person) || followers.count < Limits.followers.value else {
                throw Refusal(
                    .conflict, "too-many-followers",
                    "\(Limits.followers.value) people wait for this answer already: look here again later.")
            }
            try QuestionFollowerStore.insert(person, of: id, at: now, connection)
            return try Self.view(of: question, for: caller, connection)
        }
    }

    /// Tells the caller no more of a colleague's question.
    /// - Throws: ``Refusal`` of kind `missing` for a question that the caller may not see.
    public func unfollow(_ id: Identifier<Question>, _ access: Access) async throws {
        try await write(access) { connection, caller in
            _ = try Self.readable(id, by: caller, connection)
            guard let person = caller.personID else { return }
            try QuestionFollowerStore.delete(person, of: id, connection)
        }
    }

    /// Tells those who follow a question that was answered: where to read the answer, once, or that it is its asker's alone.
    /// Who may not see the question any more is told nothing.
    /// - Parameters:
    ///   - others: those who know already.
    ///   - ids: for the notices.
    /// - Returns: who was told.
    static func tellFollowers(
        of question: Question, but others: Set<Identifier<Person>>, _ ids: ArraySlice<Identifier<Notice>>,
        now: Instant, _ connection: any SQLConnection
    ) throws -> Set<Identifier<Person>> {
        let answer = try question.answerID.flatMap { try AnswerStore.find($0, connection) }
        let followers = try QuestionFollowerStore.list(of: question.id, connection)
        let known = try answer.map {
            try NoticeStore.told(.followedAnswered, of: "\($0.id)", among: followers, connection)
        }
        let people = followers.filter { !others.contains($0) && known?.contains($0) != true }
        let callers = try seers(of: question, among: people, connection)
        let readers = try answer.map { answer -> Set<Identifier<Person>> in
            guard answer.state == .published else { return [] }
            return try answer.fields.courseID.map {
                try CourseSight.readers(of: $0, among: callers.map(\.id), connection)
            } ?? Set(callers.map(\.id))
        }
        let notices = zip(callers, ids).map { caller, id in
            let found = readers?.contains(caller.id) == true ? answer : nil
            let isTheirs = found != nil || caller.isTrainer
            return Notice(
                id: id, personID: caller.id, kind: .followedAnswered,
                text: !isTheirs
                    ? "“\(question.text)”, which you wait for, was answered for its asker alone. Ask it yourself if "
                        + "you still need the answer."
                    : "You wait for the answer to “\(question.text)” Here it is.",
                subject: found.map { "\($0.id)" } ?? "\(question.id)", createdAt: now)
        }
        try NoticeStore.insert(notices, connection)
        return Set(notices.map(\.personID))
    }
}
