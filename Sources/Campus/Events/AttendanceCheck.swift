import Learning
import Persistence
import Store

/// Holds the codes that learners enter to those that hosts show, and counts the wrong ones, so that none is found by trying.
struct AttendanceCheck {
    private let now: Instant
    private var wrong: [WrongCodeStore.Key: WrongCodes]
    private var changed: Set<WrongCodeStore.Key> = []

    /// - Parameter drafts: what learners say of their own attendance; their enrollments are held, so that nobody else counts
    ///   meanwhile.
    init(_ drafts: [EventDraft], now: Instant, _ connection: any SQLConnection) throws {
        self.now = now
        let enrollments = Set(drafts.filter { $0.data.code != nil }.map(\.enrollment))
        wrong = try WrongCodeStore.find(of: enrollments.sorted(), connection)
    }

    /// Why a code does not show that the learner was there; nil when it does.
    mutating func problem(
        with code: String?, _ draft: EventDraft, _ course: Identifier<Course>, _ connection: any SQLConnection
    ) throws -> Refusal.Detail? {
        guard let code, !code.isEmpty else {
            return .init(
                pointer: "/data/code", code: "code-required",
                message: "Enter the code that the host gives out, or let the host note that you were there.")
        }
        let key = WrongCodeStore.Key(enrollment: draft.enrollment, activity: draft.activity)
        if let wait = wrong[key]?.wait(now: now), wait > 0 {
            let minutes = (wait + 59) / 60
            return .init(
                pointer: "/data/code", code: "too-many-codes",
                message: """
                    Too many codes were wrong: enter one again in \(minutes) \(minutes == 1 ? "minute" : "minutes"), or let \
                    the host note that you were there.
                    """)
        }
        let entered = code.filter { !$0.isWhitespace }
        for day in AttendanceCode.days(occurredAt: draft.occurredAt, now: now) {
            let right = try AttendanceCode.make(
                course: course, activity: draft.activity, occurrence: draft.occurrence, day: day, connection)
            if entered == right { return nil }
        }
        wrong[key] = wrong[key]?.adding(at: now) ?? WrongCodes(at: now)
        changed.insert(key)
        return .init(
            pointer: "/data/code", code: "code-wrong",
            message: "This is not the code of this date. A code holds on the day on which it is shown and on the next.")
    }

    /// Keeps what was counted.
    func save(_ connection: any SQLConnection) throws {
        guard !changed.isEmpty else { return }
        try WrongCodeStore.save(wrong.filter { changed.contains($0.key) }, now: now, connection)
    }
}
