public import Learning
import Persistence
import Store

extension Campus {
    /// Keeps what the caller says about a course that they may see, or about an activity of it.
    public func giveFeedback(_ draft: FeedbackDraft, _ access: Access) async throws -> FeedbackEntry {
        let id = makeIdentifier(Feedback.self)
        let now = now()
        return try await write(access) { connection, caller in
            guard let author = caller.personID else {
                throw Refusal.forbidden("Feedback is a person's: the operator has none to give.")
            }
            let draft = draft.normalized
            try Self.check(draft, caller, connection)
            let feedback = Feedback(
                id: id, personID: author, courseID: draft.courseID, activity: draft.activity, rating: draft.rating,
                words: draft.words, createdAt: now)
            let teams = try FeedbackStore.teams(above: author, ofAtLeast: RuleOfFive.people, connection)
            try FeedbackStore.insert(feedback, teams: teams, connection)
            return try Self.readable(id, by: caller, connection)
        }
    }

    /// Feedback, newest first: trainers see all of it, everybody else their own.
    ///
    /// The author is in it for those who call from within the product, and shown to nobody.
    public func feedback(
        _ filter: FeedbackFilter, onlyOwn: Bool, page: Page<Identifier<Feedback>>, _ access: Access
    ) async throws -> FeedbackList {
        try await read(access) { connection, caller in
            var filter = filter
            if onlyOwn || !caller.isTrainer { filter.author = caller.id }
            return FeedbackList(
                entries: try FeedbackStore.list(filter, page: page, connection), reader: caller.personID)
        }
    }

    /// One item.
    /// - Throws: ``Refusal`` of kind `missing` where it is neither the caller's nor are they a trainer.
    public func feedback(_ id: Identifier<Feedback>, _ access: Access) async throws -> FeedbackList {
        try await read(access) { connection, caller in
            FeedbackList(entries: [try Self.readable(id, by: caller, connection)], reader: caller.personID)
        }
    }

    /// Writes what came of an item, and tells its author.
    /// - Parameters:
    ///   - words: for the author; they must say something.
    ///   - revision: the one that the caller has read.
    /// - Throws: ``Refusal`` of kind `stale` when the item was changed since.
    public func setOutcome(
        _ outcome: Feedback.Outcome, words: String, of id: Identifier<Feedback>, revision: Int, _ access: Access
    ) async throws -> FeedbackList {
        let now = now()
        let notice = makeIdentifier(Notice.self)
        return try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            let words = words.trimmed
            guard !words.isEmpty else {
                throw Refusal.invalid("/outcome_text", "empty", "Tell the author in words what came of it.")
            }
            guard words.count <= Limits.note.value else {
                throw Refusal.invalid(
                    "/outcome_text", "too-long",
                    "At most \(Limits.note.value) characters are allowed; \(words.count) came.")
            }
            var entry = try Self.readable(id, by: caller, connection)
            guard entry.feedback.revision == revision else { throw Refusal.stale }
            if entry.feedback.outcome != outcome || entry.feedback.outcomeText != words {
                entry.feedback.outcome = outcome
                entry.feedback.outcomeText = words
                entry.feedback.outcomeAt = now
                entry.feedback.revision += 1
                guard try FeedbackStore.update(entry.feedback, by: caller.personID, connection) else {
                    throw Refusal.stale
                }
                try Self.tellAuthor(of: entry, notice: notice, now: now, connection)
            }
            return FeedbackList(entries: [entry], reader: caller.personID)
        }
    }

    /// An item that a caller may read.
    private static func readable(
        _ id: Identifier<Feedback>, by caller: Caller, _ connection: any SQLConnection
    ) throws -> FeedbackEntry {
        guard let entry = try FeedbackStore.find(id, connection),
            caller.isTrainer || entry.feedback.personID == caller.id
        else { throw Refusal.missing("feedback") }
        return entry
    }

    private static func check(
        _ draft: FeedbackDraft, _ caller: Caller, _ connection: any SQLConnection
    ) throws {
        var problems = draft.problems
        if try CourseStore.summary(draft.courseID, CourseSight(caller), connection) == nil {
            problems.append(
                .init(
                    pointer: "/course_id", code: "unknown-course",
                    message: "There is no such course, or it is not yours to see."))
        } else if let activity = draft.activity,
            try !WorkplaceStore.hasActivity(activity, course: draft.courseID, connection)
        {
            problems.append(
                .init(
                    pointer: "/activity", code: "unknown-activity",
                    message: "The course has no activity of this key."))
        }
        guard let first = problems.first else { return }
        throw Refusal(
            .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
    }
}
