import Learning
import Persistence
import Store

/// Decides of each event of a batch whether it is recorded, and gathers those that are.
struct EventJudge {
    /// How far a client's clock may be ahead of ours, in seconds.
    static let tolerance: Int64 = 300
    /// 2000-01-01T00:00:00Z: a clock that says earlier was never set.
    static let earliest = Instant(milliseconds: 946_684_800_000)

    let states: [Identifier<Enrollment>: EnrollmentState]
    let outlines: [Identifier<CourseVersion>: CourseOutline]
    /// What is recorded, in the order in which it came.
    private(set) var recorded: [EventRecord] = []

    private let now: Instant
    private let rights: EventRights
    /// What learners entered to show that they were there.
    private(set) var attendance: AttendanceCheck
    private let stored: [String: StoredEvent]
    private var taken: [String: EventRecord] = [:]
    private let earned:
        [Identifier<Enrollment>: (person: Identifier<Person>, course: Identifier<Course>, items: Set<ItemKey>)]

    /// Reads what else has to be known of these events.
    init(
        _ drafts: [(caller: Caller, draft: EventDraft)], known: KnownEvents, now: Instant, outlines: OutlineCache,
        _ connection: any SQLConnection
    ) throws {
        self.now = now
        let states = try known.states.get()
        self.states = states
        stored = try known.stored.get()
        self.outlines = try outlines.outlines(states.values.map(\.versionID), connection)
        let own = drafts.filter { $0.draft.verb == .attended && states[$0.draft.enrollment]?.personID == $0.caller.id }
        attendance = try AttendanceCheck(own.map(\.draft), now: now, connection)
        rights = try EventRights(drafts.map { ($0.caller, $0.draft.enrollment) }, states, connection)
        let credits = drafts.filter { $0.draft.verb == .credited }.compactMap { _, draft in
            draft.data.source.map { ($0, ItemKey(draft.activity, draft.occurrence)) }
        }
        earned = credits.isEmpty ? [:] : try RelationStore.earned(credits, connection)
    }

    /// The launch by which content says something.
    struct Launched {
        /// Nil when it is unknown or over.
        let claim: LaunchClaim?

        /// Why it does not stand for an event of this caller's; nil when it does.
        func refusal(of draft: EventDraft, from caller: Caller) -> Refusal.Detail? {
            guard let claim else {
                return .init(
                    pointer: "/launch", code: "launch-over",
                    message: "The launch is over: make another one of the same activity, and send it again.")
            }
            guard claim.person == caller.id, claim.enrollment == draft.enrollment,
                claim.item == ItemKey(draft.activity, draft.occurrence)
            else {
                return .init(
                    pointer: "/launch", code: "launch-other",
                    message: "The launch is of something else than this event.")
            }
            return nil
        }
    }

    /// Decides about one event.
    /// - Parameter launch: nil for what content does not say.
    mutating func judge(
        _ draft: EventDraft, from caller: Caller, via: EventRecord.Via, launch: Launched? = nil,
        _ connection: any SQLConnection
    ) throws -> EventResult.Outcome {
        let state = states[draft.enrollment]
        let step = state.flatMap { outlines[$0.versionID] }?.step(draft.activity)
        var draft = draft
        let code = draft.data.code
        draft.data.code = nil
        if let known = taken[draft.id] {
            return known.repeats(draft, step, caller) ? .repeated : .refused(Self.idTaken)
        }
        if let known = stored[draft.id] {
            return known.repeats(draft, step, caller) ? .repeated : .refused(Self.idTaken)
        }
        guard let state else { return .refused(VerbRule.missing) }
        var relations = rights.relations(caller, draft.enrollment)
        if let launch {
            if let refusal = launch.refusal(of: draft, from: caller) { return .refused(refusal) }
            relations.insert(.content)
        } else if via == .content {
            relations.insert(.content)
        }
        guard let step else {
            return .refused(relations.isDisjoint(with: .insiders) ? VerbRule.missing : Self.unknown(draft.activity))
        }
        if let refusal = VerbRule.refusal(of: draft.verb, to: step, from: relations) { return .refused(refusal) }
        draft.activity = step.key
        if let refusal = problem(with: draft, step, state)
            ?? EventDataRule.problem(with: draft.data, of: draft.verb, for: step, at: draft.occurredAt)
        {
            return .refused(refusal)
        }
        if draft.verb == .attended, relations.contains(.learner),
            let refusal = try attendance.problem(with: code, draft, state.courseID, connection)
        {
            return .refused(refusal)
        }
        let record = EventRecord(
            id: draft.id, enrollment: draft.enrollment, activity: step.key, occurrence: draft.occurrence,
            version: state.versionID, verb: draft.verb, data: draft.data, actor: caller.id,
            occurredAt: draft.occurredAt, recordedAt: now, via: via)
        taken[draft.id] = record
        recorded.append(record)
        return .recorded
    }

    private func problem(with draft: EventDraft, _ step: Step, _ state: EnrollmentState) -> Refusal.Detail? {
        if draft.occurrence < 1 || draft.occurrence > max(1, step.schedule.times) {
            return .init(
                pointer: "/occurrence", code: "no-such-occurrence",
                message: "This activity has the occurrences 1 to \(max(1, step.schedule.times)).")
        }
        if draft.occurredAt > now.advanced(bySeconds: Self.tolerance) {
            return .init(
                pointer: "/occurred_at", code: "in-the-future",
                message: "It lies more than five minutes ahead of the server's clock: set the device's clock.")
        }
        if draft.occurredAt < Self.earliest {
            return .init(
                pointer: "/occurred_at", code: "before-all-time",
                message: "It lies before the year 2000: set the device's clock.")
        }
        if draft.verb == .credited, let source = draft.data.source {
            let there = earned[source]
            let item = ItemKey(draft.activity, draft.occurrence)
            guard source != draft.enrollment, let there, there.person == state.personID,
                there.course == state.courseID, there.items.contains(item)
            else {
                return .init(
                    pointer: "/data/source", code: "not-earned-there",
                    message: "The learner has not completed this activity in that enrollment.")
            }
        }
        return nil
    }

    private static let idTaken = Refusal.Detail(
        pointer: "/id", code: "id-taken",
        message: "Another event has this id: every event gets an id of its own, and a repeat is sent unchanged.")

    private static func unknown(_ activity: String) -> Refusal.Detail {
        .init(
            pointer: "/activity", code: "unknown-activity",
            message: "The version of the course that the learner is on has no activity \"\(activity.prefix(200))\".")
    }
}

extension EventRecord {
    /// Whether a draft says the same again.
    fileprivate func repeats(_ draft: EventDraft, _ step: Step?, _ caller: Caller) -> Bool {
        enrollment == draft.enrollment && (activity == draft.activity || activity == step?.key)
            && occurrence == draft.occurrence && verb == draft.verb && occurredAt == draft.occurredAt
            && actor == caller.id && data == draft.data
    }
}

extension StoredEvent {
    /// Whether a draft says the same again.
    fileprivate func repeats(_ draft: EventDraft, _ step: Step?, _ caller: Caller) -> Bool {
        enrollment == draft.enrollment && (activity == draft.activity || activity == step?.key)
            && occurrence == draft.occurrence && verb == draft.verb && occurredAt == draft.occurredAt
            && actor == caller.id && json == draft.data.json
    }
}
