import Learning
import Logging
import Persistence
import Store

extension Campus {
    /// So much is taken in one transaction.
    private static let remindersAtOnce = 500

    /// Tells of what became due since the last call.
    public func remind() async {
        do {
            try await remindOfQuestions()
            try await remindOfAnswers()
        } catch {
            logger.warning("nobody was reminded", metadata: ["error": "\(error)"])
        }
    }

    /// Tells all trainers of questions that are overdue, in one notice each.
    private func remindOfQuestions() async throws {
        let now = now()
        let makeID = makeID
        try await retrying {
            try await database.write { connection in
                let overdue = try QuestionStore.takeOverdue(at: now, limit: Self.remindersAtOnce, connection)
                guard let first = overdue.first else { return }
                let text =
                    overdue.count == 1
                    ? "A question waits longer than it should: “\(first.text)”"
                    : "\(overdue.count) questions wait longer than they should."
                let notices = try QuestionStore.trainers(connection).map { person in
                    Notice(
                        id: Identifier(stored: makeID()), personID: person, kind: .questionOverdue, text: text,
                        subject: overdue.count == 1 ? "\(first.id)" : "questions", createdAt: now)
                }
                try NoticeStore.insert(notices, connection)
            }
        }
    }

    /// Tells each owner of answers that are to be looked at again, in one notice.
    private func remindOfAnswers() async throws {
        let now = now()
        let makeID = makeID
        try await retrying {
            try await database.write { connection in
                let due = try AnswerStore.takeDue(
                    by: CivilDate(now, in: "UTC"), limit: Self.remindersAtOnce, connection)
                let byOwner = Dictionary(grouping: due, by: \.owner).sorted { $0.key < $1.key }
                let notices = byOwner.map { owner, answers in
                    Notice(
                        id: Identifier(stored: makeID()), personID: owner, kind: .answersDue,
                        text: answers.count == 1
                            ? "Does this answer of yours still hold? “\(answers[0].question)”"
                            : "\(answers.count) answers of yours are to be looked at again.",
                        subject: answers.count == 1 ? "\(answers[0].id)" : "answers", createdAt: now)
                }
                try NoticeStore.insert(notices, connection)
            }
        }
    }
}
