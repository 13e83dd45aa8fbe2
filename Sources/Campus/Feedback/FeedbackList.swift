public import Learning

/// Feedback and who reads it, so that a reader may be told what is their own without being told whose the rest is.
public struct FeedbackList: Sendable {
    public var entries: [FeedbackEntry]
    /// Nil for the operator.
    public var reader: Identifier<Person>?

    /// Whether the reader wrote it.
    public func isOwn(_ entry: FeedbackEntry) -> Bool { entry.feedback.personID == reader }
}
