public import Learning

/// One activity of a version, opened.
public struct ActivityContent: Sendable {
    public var course: Course
    public var version: CourseVersion
    public var module: String
    public var step: Step
    /// What is shown with it, where there is something.
    public var text: Prose?
    /// For those who host: what proves who was there, at a kickoff or meeting.
    public var attendanceCode: String?
}
