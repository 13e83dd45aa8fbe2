/// What an ordered part of a course is for: training proves understanding, development is practice, coaching is a record
/// of both sides.
public enum ModuleKind: String, Sendable, Codable, CaseIterable {
    case training, development, coaching
}
