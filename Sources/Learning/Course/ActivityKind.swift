/// What a learner is asked to do in one activity.
public enum ActivityKind: String, Sendable, Codable, CaseIterable {
    case kickoff, meeting, lesson, link, file, quiz, package, practice, pledge, coaching, feedback
}
