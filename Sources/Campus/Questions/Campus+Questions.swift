public import Learning
import Persistence
import Store

extension Campus {
    /// Asks a person, with the words of the search that did not help and the place kept.
    public func ask(_ draft: QuestionDraft, _ access: Access) async throws -> QuestionView {
        if draft.searchID != nil { try await retrying { try await writeSearches() } }
        let id = makeIdentifier(Question.self)
        let now = now()
        return try await write(access) { connection, caller in
            guard let person = caller.personID else {
                throw Refusal.forbidden("A person asks; the command line is nobody.")
            }
            var question = Question(
                id: id, askedBy: person, text: draft.text.trimmed, courseID: draft.courseID,
                activity: draft.activity, createdAt: now)
            try Self.checkLength(question.text, Limits.asked, at: "/text")
            try Self.checkPlace(course: draft.courseID, activity: draft.activity, caller, connection)
            if let searchID = draft.searchID {
                guard let search = try SearchStore.find(searchID, of: person, connection) else {
                    throw Refusal.invalid(
                        "/search_id", "unknown-search", "There is no such search, or it is not yours.")
                }
                question.searchID = searchID
                question.words = search.words
                if question.courseID == nil {
                    question.courseID = search.courseID
                    question.activity = search.activity
                }
                try SearchStore.setAsked(searchID, connection)
            }
            try QuestionStore.insert(question, connection)
            return QuestionView(question)
        }
    }

    /// Questions, newest first: a trainer's are everybody's, other people's their own.
    /// - Parameter mine: only the caller's own.
    public func questions(
        state: Question.State?, mine: Bool, page: Page<Identifier<Question>>, _ access: Access
    ) async throws -> [QuestionView] {
        try await read(access) { connection, caller in
            let asker = mine || !caller.isTrainer ? caller.id : nil
            let questions = try QuestionStore.list(state: state, asker: asker, page: page, connection)
            let names = try Self.askers(of: questions, for: caller, connection)
            return questions.map { QuestionView($0, askerName: names[$0.askedBy]) }
        }
    }

    /// One question.
    /// - Throws: ``Refusal`` of kind `missing` for one that is neither the caller's nor a trainer's to see.
    public func question(_ id: Identifier<Question>, _ access: Access) async throws -> QuestionView {
        try await read(access) { connection, caller in
            guard let question = try QuestionStore.find(id, connection),
                caller.isTrainer || question.askedBy == caller.id
            else { throw Refusal.missing("question") }
            let names = try Self.askers(of: [question], for: caller, connection)
            return QuestionView(question, askerName: names[question.askedBy])
        }
    }

    /// The names of askers that a caller may know. Questions never reach a manager by name, not even one who trains.
    static func askers(
        of questions: [Question], for caller: Caller, _ connection: any SQLConnection
    ) throws -> [Identifier<Person>: String] {
        guard caller.isTrainer else { return [:] }
        let others = Set(questions.map(\.askedBy))
        return try QuestionStore.askers(
            others, hiddenFrom: caller.isManager && !caller.isAdmin ? caller.id : nil, connection)
    }

    /// Holds a text that must not be empty to its bound.
    static func checkLength(_ text: String, _ limit: Limit, at pointer: String) throws(Refusal) {
        if text.isEmpty { throw .invalid(pointer, "empty", "At least 1 character is needed.") }
        let count = text.count
        if count > limit.value {
            throw .invalid(pointer, "too-long", "At most \(limit.value) characters are allowed; \(count) came.")
        }
    }
}
