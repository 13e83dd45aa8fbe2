public import Learning

/// One enrollment's plan with the words that belong to it.
public struct EnrollmentPlan: Sendable {
    public var summary: EnrollmentSummary
    public var plan: Plan
    public var why: Prose?
    public var benefit: Prose?
    public var stop: Prose?
    /// By activity; without lessons, whose text is the content and comes with the activity itself.
    public var texts: [String: Prose]
}
