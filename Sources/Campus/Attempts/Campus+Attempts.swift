public import Learning
import Persistence
import Store

/// Quizzes are taken on the server: it hands out the questions without their keys, keeps the answers, and scores them.
extension Campus {
    /// Opens the next attempt at a quiz, or gives back the one that is open.
    /// - Parameter activity: a quiz of the version that the learner is on, all of whose prerequisites are done.
    /// - Returns: the attempt, and whether it is new.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden` for anybody but the learner, `invalid`, or `conflict` when it
    ///   is locked.
    public func openAttempt(
        at activity: String, occurrence: Int = 1, in id: Identifier<Enrollment>, _ access: Access
    ) async throws -> (sheet: AttemptSheet, isNew: Bool) {
        let now = now()
        let attemptID: Identifier<Attempt> = makeIdentifier()
        let seed = Self.seed(from: makeID())
        let eventID = makeID()
        return try await write(access, recording: true) { [outlines] connection, caller in
            let (state, outline) = try Self.own(id, caller, outlines, connection)
            let step = try Self.quiz(activity, occurrence, outline)
            let item = ItemKey(step.key, occurrence)
            let last = try AttemptStore.last(of: id, item, connection)
            if let last, last.submittedAt == nil {
                return (try Self.sheet(last, isLearner: true, outlines, connection), false)
            }
            let plan = PlanState(outline, facts: try ProgressStore.facts(of: id, connection))
            let locks = plan.locks(on: step.key)
            guard locks.isEmpty else { throw Self.locked(by: locks, outline) }
            let attempt = Attempt(
                id: attemptID, enrollmentID: id, activity: step.key, occurrence: occurrence,
                number: (last?.number ?? 0) + 1, versionID: outline.version, seed: seed,
                openedAt: now)
            try AttemptStore.insert(attempt, connection)
            let opened = EventRecord(
                id: eventID, enrollment: id, activity: step.key, occurrence: occurrence, attempt: attempt.id,
                version: outline.version, verb: .opened, actor: caller.id, occurredAt: now, recordedAt: now,
                via: .server)
            try ProgressStore.append([opened], to: [id: state], [outline.version: outline], connection)
            return (try Self.sheet(attempt, isLearner: true, outlines, connection), true)
        }
    }

    /// One attempt.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func attempt(_ id: Identifier<Attempt>, _ access: Access) async throws -> AttemptSheet {
        try await read(access) { [outlines] connection, caller in
            guard let attempt = try AttemptStore.find(id, connection),
                let enrollment = try EnrollmentStore.find(attempt.enrollmentID, seenBy: caller, connection)
            else { throw Refusal.missing("attempt") }
            return try Self.sheet(attempt, isLearner: enrollment.personID == caller.id, outlines, connection)
        }
    }

    /// The attempts of an enrollment, in the order of activity, occurrence and number.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func attempts(
        of id: Identifier<Enrollment>, activity: String? = nil, page: Page<AttemptPlace>, _ access: Access
    ) async throws -> [AttemptSheet] {
        try await read(access) { [outlines] connection, caller in
            guard let enrollment = try EnrollmentStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("enrollment")
            }
            return try AttemptStore.list(of: id, activity: activity, page: page, connection).map { attempt in
                try Self.sheet(attempt, isLearner: enrollment.personID == caller.id, outlines, connection)
            }
        }
    }

    /// Keeps answers while the attempt is open; those to other questions stay as they are.
    /// - Parameter changes: question to the keys of the options as the sheet has them, or to the words in one string.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden`, `invalid`, `stale`, or `conflict` after submission.
    public func answer(
        _ changes: [String: [String]], in id: Identifier<Attempt>, revision: Int, _ access: Access
    ) async throws -> AttemptSheet {
        try await write(access) { [outlines] connection, caller in
            var (attempt, step, _) = try Self.ownAttempt(id, caller, outlines, connection)
            guard attempt.submittedAt == nil else {
                throw Refusal(.conflict, "submitted-already", "This attempt was submitted: open another one.")
            }
            attempt.responses.merge(try Self.responses(changes, to: attempt, step))
            guard try AttemptStore.keep(attempt.responses, of: id, revision: revision, connection) else {
                throw Refusal(.stale, "stale", "The attempt has changed since: read it again.")
            }
            attempt.revision = revision + 1
            return AttemptSheet(attempt, step, isLearner: true)
        }
    }

    /// Keeps the last answers, scores the attempt and records the event, all or nothing. An attempt that was submitted
    /// before is given back as it is, so that a lost reply can be asked for again.
    /// - Parameter changes: answers to keep first, as in ``answer(_:in:revision:_:)``; those to other questions stay.
    /// - Throws: ``Refusal`` of kind `missing`, `forbidden`, `invalid` or `conflict`.
    public func submitAttempt(
        _ id: Identifier<Attempt>, keeping changes: [String: [String]] = [:], _ access: Access
    ) async throws -> AttemptSheet {
        let now = now()
        let eventID = makeID()
        return try await write(access, recording: true) { [outlines] connection, caller in
            var (attempt, step, state) = try Self.ownAttempt(id, caller, outlines, connection)
            if attempt.submittedAt != nil { return AttemptSheet(attempt, step, isLearner: true) }
            guard let outline = try outlines.outline(state.versionID, connection),
                let current = outline.step(attempt.activity)
            else {
                throw Refusal(
                    .conflict, "activity-gone", "The version of the course that you are on no longer has this quiz.")
            }
            if !changes.isEmpty {
                attempt.responses.merge(try Self.responses(changes, to: attempt, step))
                guard try AttemptStore.keep(attempt.responses, of: id, revision: attempt.revision, connection) else {
                    throw StoreError(.contention, "an attempt was changed while it was submitted")
                }
                attempt.revision += 1
            }
            let score = QuizScore(attempt.responses.byQuestion, to: step.quiz ?? Quiz(questions: []))
            let success = score.passes(step.masteryScore)
            guard
                try AttemptStore.submit(id, at: now, score: score.score, success: success, connection)
            else { throw StoreError(.contention, "an attempt was submitted twice at once") }
            let submitted = EventRecord(
                id: eventID, enrollment: attempt.enrollmentID, activity: current.key, occurrence: attempt.occurrence,
                attempt: id, version: outline.version, verb: .submitted,
                data: EventData(score: score.score, success: success), actor: caller.id, occurredAt: now,
                recordedAt: now, via: .server)
            try ProgressStore.append(
                [submitted], to: [attempt.enrollmentID: state], [outline.version: outline], connection)
            attempt.submittedAt = now
            attempt.score = score.score
            attempt.success = success
            attempt.revision += 1
            return AttemptSheet(attempt, step, isLearner: true)
        }
    }

    /// Answers as the paper calls its options, in the words of the quiz.
    private static func responses(
        _ changes: [String: [String]], to attempt: Attempt, _ step: Step
    ) throws(Refusal) -> [String: [String]] {
        let paper = QuizPaper(step.quiz ?? Quiz(questions: []), seed: attempt.seed)
        let problems = QuizResponses.problems(with: changes, in: paper)
        if let first = problems.first {
            throw Refusal(
                .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
        }
        return paper.original(changes)
    }
}
