/// Feedback as a list shows it.
public struct FeedbackEntry: Hashable, Sendable {
    public var feedback: Feedback
    public var courseTitle: String
    /// Nil about a course as a whole, and where the course's current version has no such activity.
    public var activityTitle: String?

    public init(feedback: Feedback, courseTitle: String, activityTitle: String?) {
        self.feedback = feedback
        self.courseTitle = courseTitle
        self.activityTitle = activityTitle
    }
}
