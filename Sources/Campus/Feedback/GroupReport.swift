public import Learning

/// What groups of five and more say.
public struct GroupReport: Hashable, Sendable {
    /// Of courses and activities, by course.
    public var feedback: [FeedbackReportRow]
    /// In pulses, by course, activity and occurrence.
    public var pulses: [PulseReportRow]
}
