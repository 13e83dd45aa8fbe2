import Learning
import Persistence
import Store

extension Campus {
    /// An enrollment of the caller's own, held until the transaction ends.
    /// - Throws: ``Refusal`` of kind `missing`, or `forbidden` when it is visible but somebody else's.
    static func own(
        _ id: Identifier<Enrollment>, _ caller: Caller, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> (EnrollmentState, CourseOutline) {
        guard let state = try EnrollmentStore.lock([id], connection).get()[id],
            let outline = try outlines.outline(state.versionID, connection)
        else { throw Refusal.missing("enrollment") }
        guard state.personID == caller.id else {
            guard try EnrollmentStore.find(id, seenBy: caller, connection) != nil else {
                throw Refusal.missing("enrollment")
            }
            throw Refusal.forbidden("A quiz is taken by the learner alone.")
        }
        return (state, outline)
    }

    /// An attempt of the caller's own with its questions, its enrollment held until the transaction ends.
    static func ownAttempt(
        _ id: Identifier<Attempt>, _ caller: Caller, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> (Attempt, Step, EnrollmentState) {
        guard let found = try AttemptStore.find(id, connection) else { throw Refusal.missing("attempt") }
        let state: EnrollmentState
        do {
            state = try own(found.enrollmentID, caller, outlines, connection).0
        } catch let refusal as Refusal where refusal.kind == .missing {
            throw Refusal.missing("attempt")
        }
        // Read again: it may have changed before the enrollment was held.
        guard let attempt = try AttemptStore.find(id, connection) else { throw Refusal.missing("attempt") }
        return (attempt, try step(of: attempt, outlines, connection), state)
    }

    /// An attempt as the caller sees it.
    static func sheet(
        _ attempt: Attempt, isLearner: Bool, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> AttemptSheet {
        AttemptSheet(attempt, try step(of: attempt, outlines, connection), isLearner: isLearner)
    }

    /// The quiz as the attempt's own version has it.
    private static func step(
        of attempt: Attempt, _ outlines: OutlineCache, _ connection: any SQLConnection
    ) throws -> Step {
        guard let step = try outlines.outline(attempt.versionID, connection)?.step(attempt.activity) else {
            throw StoreError(.reference, "an attempt's version has no such activity")
        }
        return step
    }

    static func quiz(_ activity: String, _ occurrence: Int, _ outline: CourseOutline) throws(Refusal) -> Step {
        guard let step = outline.step(activity) else {
            throw .invalid("/activity", "unknown-activity", "There is no activity \"\(activity.prefix(200))\".")
        }
        guard step.kind == .quiz else {
            throw .invalid("/activity", "not-a-quiz", "A \(step.kind.rawValue) has no attempts: send events.")
        }
        guard step.unavailable == nil, let quiz = step.quiz, !quiz.questions.isEmpty else {
            throw Refusal(
                .conflict, "unavailable", step.unavailable ?? "This quiz has no questions that can be asked here.")
        }
        guard (1...max(1, step.schedule.times)).contains(occurrence) else {
            throw .invalid(
                "/occurrence", "no-such-occurrence",
                "This activity has the occurrences 1 to \(max(1, step.schedule.times)).")
        }
        return step
    }

    /// Says what comes first, by title.
    static func locked(by keys: [String], _ outline: CourseOutline) -> Refusal {
        let titles = keys.map { key in
            "\"\(outline.module(key)?.title ?? outline.step(key)?.title ?? key)\""
        }
        return Refusal(.conflict, "locked", "First comes \(titles.joined(separator: ", ")).")
    }

    /// The order of questions and options: the random end of an id that nobody is told, so that nobody can work out in
    /// which order the author wrote them.
    static func seed(from id: String) -> UInt64 {
        UInt64(id.filter { $0 != "-" }.suffix(16), radix: 16) ?? 0
    }
}
