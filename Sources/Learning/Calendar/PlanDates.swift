/// What moves the days and times of a plan beside what its learner does.
public struct PlanDates: Hashable, Sendable {
    /// When kickoffs and meetings begin on the clocks of the enrollment's zone; without one they are of a day, like everything
    /// else.
    public var meetsAt: ClockTime?
    /// When its first day, the time at which it meets, its initiative or its version last became another one; nil as long as all
    /// of them are the first.
    public var movedAt: Instant?
    /// Counts the changes of its initiative; 0 without one.
    public var revision: Int

    public init(meetsAt: ClockTime? = nil, movedAt: Instant? = nil, revision: Int = 0) {
        self.meetsAt = meetsAt
        self.movedAt = movedAt
        self.revision = revision
    }
}
