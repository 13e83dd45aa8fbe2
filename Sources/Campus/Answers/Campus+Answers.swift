public import Learning
import Logging
import Persistence
import Store

extension Campus {
    /// Answers that the caller may read, newest first or by when they are due. Those that are retired are for trainers.
    public func answers(
        _ filter: AnswerFilter, page: Page<AnswerFilter.Place>, _ access: Access
    ) async throws -> [Answer] {
        try await read(access) { connection, caller in
            var filter = filter
            if !caller.isTrainer { filter.state = .published }
            let courses = try Self.visibleCourses(of: caller, connection)
            return try Self.shown(
                try AnswerStore.list(filter, courses: courses, page: page, connection), to: caller, connection)
        }
    }

    /// One answer. In the place of one that another took over, whoever is no trainer gets that other, with its own id.
    /// - Throws: ``Refusal`` of kind `missing` where the caller may not read it.
    public func answer(_ id: Identifier<Answer>, _ access: Access) async throws -> Answer {
        try await read(access) { connection, caller in
            var wanted = id
            if !caller.isTrainer, let found = try AnswerStore.find(id, connection), found.mergedInto != nil,
                try Self.mayRead(found, caller, connection)
            {
                wanted = try AnswerMergeStore.standing(for: id, connection)
            }
            return try Self.shown([try Self.readable(wanted, by: caller, connection)], to: caller, connection)[0]
        }
    }

    /// Publishes an answer, owned by the caller unless another owner is named, to be looked at again after
    /// ``AnswerFields/verifyAfterDays`` unless another day is. Whoever looked in vain for what asks alike is told.
    public func createAnswer(_ fields: AnswerFields, _ access: Access) async throws -> Answer {
        let id = makeIdentifier(Answer.self)
        let noticeIDs = makeNoticeIDs()
        try await read(access) { try Self.requireTrainer($1) }
        let seekers = try await seekers(of: [fields.question] + fields.also)
        let now = now()
        let answer = try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            let answer = Self.new(id, fields, by: caller, now: now)
            try Self.check(answer.fields, connection)
            try AnswerStore.insert(answer, by: caller.personID, connection)
            try Self.note(answer, was: nil, by: caller, now: now, connection)
            try tell(
                seekers, of: id, but: Set([caller.personID].compactMap(\.self)), noticeIDs.dropFirst(), now: now,
                connection)
            return answer
        }
        await showChanges()
        return answer
    }

    /// Changes an answer.
    /// - Parameters:
    ///   - revision: the one that the caller has read.
    ///   - edit: changes what the caller wants changed.
    /// - Throws: ``Refusal`` of kind `stale` when the answer was changed since.
    public func updateAnswer(
        _ id: Identifier<Answer>, revision: Int, _ access: Access,
        edit: @escaping @Sendable (inout Answer) -> Void
    ) async throws -> Answer {
        let now = now()
        let answer = try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            guard var answer = try AnswerStore.find(id, connection) else { throw Refusal.missing("answer") }
            guard answer.revision == revision else { throw Refusal.stale }
            let before = answer
            edit(&answer)
            answer.set(answer.state)
            answer.fields = answer.fields.normalized
            Self.verify(&answer, was: before, by: caller, now: now)
            guard answer != before else { return before }
            try Self.check(answer.fields, connection, was: before.fields)
            return try Self.revise(before, to: answer, by: caller, now: now, connection)
        }
        await showChanges()
        return answer
    }

    /// Keeps an answer as it is from now on, as its next revision, and says so in the audit log.
    /// - Throws: ``Refusal`` of kind `stale` when somebody was faster.
    static func revise(
        _ before: Answer, to after: Answer, by caller: Caller, naming isNamed: Bool = true, now: Instant,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var answer = after
        answer.revision = before.revision + 1
        answer.updatedAt = now
        guard try AnswerStore.update(answer, by: isNamed ? caller.personID : nil, connection) else {
            throw Refusal.stale
        }
        try note(answer, was: before, by: caller, now: now, connection)
        return answer
    }

    /// Writes into the audit log that an answer was published or changed.
    static func note(
        _ answer: Answer, was before: Answer?, by caller: Caller, now: Instant, _ connection: any SQLConnection
    ) throws {
        try AuditStore.append(
            [
                AuditEntry(
                    at: now, actor: caller.actor, before == nil ? .answerPublished : .answerChanged,
                    subject: "\(answer.id)", changes: AuditChange.list(from: before, to: answer))
            ], connection)
    }

    /// A new answer with what is filled in where its author says nothing.
    static func new(
        _ id: Identifier<Answer>, key: String? = nil, _ fields: AnswerFields, for question: Identifier<Question>? = nil,
        by caller: Caller, now: Instant
    ) -> Answer {
        var fields = fields.normalized
        fields.ownerID = fields.ownerID ?? caller.personID
        fields.verifyBy =
            fields.verifyBy ?? CivilDate(now, in: "UTC").advanced(days: AnswerFields.verifyAfterDays)
        return Answer(
            id: id, key: key, fields: fields, questionID: question, verifiedAt: now, verifiedBy: caller.personID,
            createdAt: now,
            updatedAt: now)
    }

    /// Holds fields to their bounds and to what there is.
    /// - Parameter before: what they were; what did not change is not asked for again.
    static func check(
        _ fields: AnswerFields, _ connection: any SQLConnection, was before: AnswerFields? = nil
    ) throws {
        var problems = fields.problems
        if let course = fields.courseID, course != before?.courseID || fields.activity != before?.activity {
            if try CourseStore.find(course, connection) == nil {
                problems.append(
                    .init(pointer: "/course_id", code: "unknown-course", message: "There is no such course."))
            } else if let activity = fields.activity,
                try !WorkplaceStore.hasActivity(activity, course: course, connection)
            {
                problems.append(
                    .init(
                        pointer: "/activity", code: "unknown-activity",
                        message: "The course has no activity of this key."))
            }
        }
        if let owner = fields.ownerID, owner != before?.ownerID,
            try PersonStore.find(owner, connection)?.leftAt != nil || PersonStore.find(owner, connection) == nil
        {
            problems.append(
                .init(
                    pointer: "/owner_id", code: "unknown-person",
                    message: "There is no such person, or they have left."))
        }
        guard let first = problems.first else { return }
        throw Refusal(
            .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
    }

    /// An answer that a caller may read.
    static func readable(
        _ id: Identifier<Answer>, by caller: Caller, _ connection: any SQLConnection
    ) throws -> Answer {
        guard let answer = try AnswerStore.find(id, connection), answer.state == .published || caller.isTrainer,
            try mayRead(answer, caller, connection)
        else { throw Refusal.missing("answer") }
        return answer
    }

    static func mayRead(
        _ answer: Answer, _ caller: Caller, _ connection: any SQLConnection
    ) throws -> Bool {
        guard let course = answer.fields.courseID else { return true }
        return try visibleCourses(of: caller, connection)?.contains(course) ?? true
    }

    /// Answers as a caller may see them. Other phrasings may be the words of somebody who asked: they are for those who keep
    /// the answers. The question that one was published for is named to those who may see it.
    static func shown(
        _ answers: [Answer], to caller: Caller, _ connection: any SQLConnection
    ) throws -> [Answer] {
        guard !caller.isTrainer else { return answers }
        let asked = Set(answers.compactMap(\.questionID))
        let seen =
            asked.isEmpty
            ? []
            : try QuestionStore.seen(
                asked, by: caller.id, courses: try visibleCourses(of: caller, connection), connection)
        return answers.map { answer in
            var answer = answer
            answer.fields.also = []
            answer.questionID = answer.questionID.flatMap { seen.contains($0) ? $0 : nil }
            return answer
        }
    }

    static func requireTrainer(_ caller: Caller) throws {
        guard caller.isTrainer else { throw Refusal.forbidden("Only trainers may do this.") }
    }

    /// Lets this node's searches see what was just committed. What fails here the next round makes good.
    func showChanges() async {
        do {
            try await searchIndex.catchUp()
        } catch {
            logger.warning("the search index is behind", metadata: ["error": "\(error)"])
        }
    }
}

extension Refusal {
    /// The state that a caller changes is not the newest.
    static let stale = Refusal(.stale, "stale", "The state that you change is not the newest: read it again.")
}
