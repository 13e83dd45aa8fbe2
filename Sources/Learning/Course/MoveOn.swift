/// What completes something that can be completed and passed (cmi5 §10.2.4, `moveOn`).
public enum MoveOn: String, Sendable, Codable, CaseIterable {
    case passed = "Passed"
    case completed = "Completed"
    case completedAndPassed = "CompletedAndPassed"
    case completedOrPassed = "CompletedOrPassed"
    case notApplicable = "NotApplicable"
}
