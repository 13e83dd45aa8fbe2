public import Learning
import Persistence
import Store

extension Campus {
    /// Asks a person, with the words of the search that did not help and the place kept. The owner of the course is told, or
    /// where there is none all trainers are. The same after the same search, while it is open, is the question that is there:
    /// a reply was lost.
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
                activity: draft.activity, createdAt: now, dueAt: now, isShared: draft.isShared)
            try Self.checkLength(question.text, Limits.asked, at: "/text")
            try Self.checkPlace(course: draft.courseID, activity: draft.activity, caller, connection)
            if let searchID = draft.searchID {
                guard let search = try SearchStore.find(searchID, of: person, connection) else {
                    throw Refusal.invalid(
                        "/search_id", "unknown-search", "There is no such search, or it is not yours.")
                }
                if let known = try QuestionStore.open(question.text, by: person, after: searchID, connection) {
                    return try Self.view(of: known, for: caller, connection)
                }
                question.searchID = searchID
                question.words = search.words
                if question.courseID == nil {
                    question.courseID = search.courseID
                    question.activity = search.activity
                }
                try SearchStore.setAsked(searchID, connection)
            }
            try Self.route(&question, at: now, connection)
            try QuestionStore.insert(question, connection)
            try tellAnswerers(
                of: question, toFirst: "A question in a course of yours waits for you: “\(question.text)”",
                toAll: "A question waits for an answer, and nobody is asked first: “\(question.text)”", now: now,
                connection)
            return try Self.view(of: question, for: caller, connection)
        }
    }

    /// Questions, newest first or by when they are due: a trainer's are everybody's, other people's their own and, where the
    /// filter says so, those that colleagues let them answer.
    public func questions(
        _ filter: QuestionFilter, page: Page<QuestionFilter.Place>, _ access: Access
    ) async throws -> [QuestionView] {
        try await read(access) { connection, caller in
            let scope: QuestionStore.Scope =
                if filter.isShared || (filter.isFollowed && !caller.isTrainer) {
                    .shared(reader: caller.id, courses: try Self.visibleCourses(of: caller, connection))
                } else if filter.isMine || !caller.isTrainer {
                    .own(caller.id)
                } else {
                    .everybodys
                }
            let questions = try QuestionStore.list(
                scope, state: filter.state, routedTo: filter.isRoutedToMe ? caller.id : nil,
                follower: filter.isFollowed ? caller.id : nil, isByDue: filter.isByDue, page: page, connection)
            return try Self.views(of: questions, for: caller, connection)
        }
    }

    /// One question.
    /// - Throws: ``Refusal`` of kind `missing` for one that is not the caller's, nor a trainer's to see, nor one that
    ///   colleagues may answer.
    public func question(_ id: Identifier<Question>, _ access: Access) async throws -> QuestionView {
        try await read(access) { connection, caller in
            let question = try Self.readable(id, by: caller, connection)
            return try Self.view(of: question, for: caller, connection)
        }
    }

    /// A question that a caller may read.
    static func readable(
        _ id: Identifier<Question>, by caller: Caller, _ connection: any SQLConnection
    ) throws -> Question {
        guard let question = try QuestionStore.find(id, connection) else { throw Refusal.missing("question") }
        guard try sees(question, caller, connection) else { throw Refusal.missing("question") }
        return question
    }

    /// Whether a caller may read a question.
    static func sees(_ question: Question, _ caller: Caller, _ connection: any SQLConnection) throws -> Bool {
        if caller.isTrainer || question.askedBy == caller.id { return true }
        // Whoever is asked by somebody below them would know them by their words.
        guard question.isShared, try !TeamStore.contains(manager: caller.id, person: question.askedBy, connection)
        else { return false }
        return try question.courseID.map { try visibleCourses(of: caller, connection)?.contains($0) ?? true } ?? true
    }

    /// Those of some people who may read a question, as ``sees(_:_:_:)`` says of each, in their order.
    static func seers(
        of question: Question, among people: [Identifier<Person>], _ connection: any SQLConnection
    ) throws -> [Caller] {
        let callers = try TokenStore.callers(people: people, connection).get()
        let managers = question.isShared ? try TeamStore.managers(above: question.askedBy, connection) : []
        let readers =
            question.isShared
            ? try question.courseID.map { try CourseSight.readers(of: $0, among: people, connection) } : nil
        return people.compactMap { callers[$0] }.filter { caller in
            if caller.isTrainer || question.askedBy == caller.id { return true }
            return question.isShared && !managers.contains(caller.id) && readers?.contains(caller.id) ?? true
        }
    }

    /// Questions as a caller may see them.
    static func views(
        of questions: [Question], for caller: Caller, _ connection: any SQLConnection
    ) throws -> [QuestionView] {
        let names = try askers(of: questions, for: caller, connection)
        let ids = questions.map(\.id)
        let followers = try QuestionFollowerStore.counts(of: ids, connection)
        let followed = try QuestionFollowerStore.followed(ids, by: caller.id, connection)
        let tried = caller.isTrainer ? try QuestionStore.tried(before: ids, connection) : [:]
        return questions.map { question in
            QuestionView(
                question, for: caller, askerName: names[question.askedBy], followers: followers[question.id] ?? 0,
                isFollowed: followed.contains(question.id), tried: tried[question.id])
        }
    }

    /// A question as a caller may see it.
    static func view(
        of question: Question, for caller: Caller, _ connection: any SQLConnection
    ) throws -> QuestionView {
        try views(of: [question], for: caller, connection)[0]
    }

    /// Says by when a question is to be answered and who is asked first: the owner of its course, unless they ask themselves.
    static func route(
        _ question: inout Question, at now: Instant, _ connection: any SQLConnection
    ) throws {
        let zone = try PersonStore.find(question.askedBy, connection)?.timeZone ?? "UTC"
        question.dueAt = Question.due(askedAt: now, in: zone)
        let owner = try QuestionStore.route(course: question.courseID, connection)
        question.routedTo = owner == question.askedBy ? nil : owner
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
