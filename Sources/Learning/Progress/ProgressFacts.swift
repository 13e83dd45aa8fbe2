/// All that the events of one activity and occurrence add up to, and nothing of the rules that judge it.
///
/// Merging is commutative, associative and idempotent: the order in which events come in, how they are batched, and whether
/// one comes twice makes no difference.
public struct ProgressFacts: Hashable, Sendable {
    /// A text and the event that said it.
    public struct Said: Hashable, Sendable, Comparable {
        public var mark: Mark
        public var text: String

        public init(mark: Mark, text: String) {
            self.mark = mark
            self.text = text
        }

        public static func < (left: Self, right: Self) -> Bool { left.mark < right.mark }
    }

    /// The earliest moment of each verb.
    public var first: [Verb: Instant] = [:]
    /// The earliest `completed` on the learner's own word, not the content's.
    public var marked: Instant?
    /// The earliest success that the server or content reported.
    public var succeeded: Instant?
    public var scores = ScoreLadder()
    /// The latest `submitted`, `returned`, `pledged`, `kept` and `broken`.
    public var last: [Verb: Mark] = [:]
    /// The latest state that content left to resume from; opaque to us.
    public var state: Said?
    /// The latest place mark that content left.
    public var location: Said?
    /// The day of the next try that the learner named last, empty where they took it back.
    public var nextTry: Said?
    /// Completion that was reached under an earlier version of the course; it stays.
    public var earned: Instant?

    /// The verbs of which the latest matters as well.
    static let standing: Set<Verb> = [.submitted, .returned, .pledged, .kept, .broken]

    public init() {}

    /// What one event says.
    public init(_ event: EventRecord) {
        add(event)
    }

    /// Adds what one event says.
    public mutating func add(_ event: EventRecord) {
        let at = event.occurredAt
        let mark = Mark(at: at, id: event.id)
        first[event.verb] = .earliest(first[event.verb], at)
        if Self.standing.contains(event.verb) { last[event.verb] = .latest(last[event.verb], mark) }
        switch event.verb {
        case .completed where event.via != .content:
            marked = .earliest(marked, at)
        case .passed:
            succeeded = .earliest(succeeded, at)
        case .submitted where event.data.success == true:
            succeeded = .earliest(succeeded, at)
        case .suspended:
            state = .latest(state, event.data.state.map { Said(mark: mark, text: $0) })
            location = .latest(location, event.data.location.map { Said(mark: mark, text: $0) })
        case .tried:
            nextTry = .latest(nextTry, Said(mark: mark, text: event.data.nextOn ?? ""))
        default: break
        }
        if let score = event.data.score { scores.add(.init(score: score, at: at)) }
    }

    public mutating func merge(_ other: ProgressFacts) {
        first.merge(other.first) { min($0, $1) }
        last.merge(other.last) { max($0, $1) }
        marked = .earliest(marked, other.marked)
        succeeded = .earliest(succeeded, other.succeeded)
        scores.merge(other.scores)
        state = .latest(state, other.state)
        location = .latest(location, other.location)
        nextTry = .latest(nextTry, other.nextTry)
        earned = .earliest(earned, other.earned)
    }

    /// Whether anything was said at all.
    public var isEmpty: Bool { first.isEmpty && earned == nil }

    /// The day of the next try; nil once something was handed in since it was named.
    public var nextTryOn: CivilDate? {
        guard let nextTry, let day = CivilDate(nextTry.text) else { return nil }
        if let handedIn = last[.submitted], handedIn > nextTry.mark { return nil }
        return day
    }

    /// Whether what was handed in last waits for a witness: it has not been returned since.
    public var isHandedIn: Bool {
        guard let handedIn = last[.submitted] else { return false }
        guard let returned = last[.returned] else { return true }
        return handedIn > returned
    }
}
