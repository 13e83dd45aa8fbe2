/// The step that holds somebody up the longest, and what a manager can offer. It knows what is overdue and what is unmet, and
/// nothing of what somebody searched, asked or answered.
public struct HeldUp: Hashable, Sendable {
    /// What helps, of the things that a manager can do.
    public enum Offer: String, Sendable, Codable, CaseIterable {
        /// To see the practice for oneself.
        case witness
        /// To say a word on what was handed in.
        case confirm
        /// To have the conversation.
        case hold
        /// To go through it together.
        case together
        /// To ask what speaks against it.
        case ask
        /// To keep time free for it.
        case time
        /// To see to it that they can be there, or to note that they were.
        case attend
    }

    public var item: PlanItem
    /// Days since the day on which it was due, at least 1.
    public var days: Int
    public var offer: Offer

    /// - Parameter today: in the enrollment's zone.
    /// - Returns: nil when nothing is overdue that anybody could go on with.
    public init?(_ plan: Plan, today: CivilDate) {
        let late = plan.modules.flatMap(\.items).compactMap { item -> HeldUp? in
            guard item.isOverdue, item.lockedBy.isEmpty, !item.isWaived, let due = item.dueOn,
                let offer = Offer(for: item)
            else { return nil }
            return HeldUp(item: item, days: today.dayNumber - due.dayNumber, offer: offer)
        }
        guard let longest = late.max(by: { $0.days < $1.days }) else { return nil }
        // Of those that are equally late the one that the course has first.
        self = late.first { $0.days == longest.days } ?? longest
    }

    private init(item: PlanItem, days: Int, offer: Offer) {
        self.item = item
        self.days = days
        self.offer = offer
    }
}

extension HeldUp.Offer {
    /// Nil for what is nobody's business but the learner's.
    fileprivate init?(for item: PlanItem) {
        switch item.step.kind {
        case .feedback: return nil
        case .practice where item.status == .waiting:
            guard item.step.witness != .trainer else { return nil }
            self = .confirm
        case .practice: self = item.step.witness == nil || item.step.witness == .trainer ? .ask : .witness
        case .coaching:
            guard (item.step.with ?? "manager") == "manager" else { return nil }
            self = .hold
        case .quiz: self = item.outcome.score == nil ? .time : .together
        case .pledge: self = .ask
        case .kickoff, .meeting: self = .attend
        case .lesson, .link, .file, .package: self = .time
        }
    }
}
