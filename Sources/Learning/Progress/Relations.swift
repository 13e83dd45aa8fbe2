/// What somebody is to a learner, in one enrollment. More than one may hold.
public struct Relations: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The learner themself.
    public static let learner = Relations(rawValue: 1 << 0)
    /// Above them in the tree, at any height.
    public static let manager = Relations(rawValue: 1 << 1)
    /// Somebody with the same manager.
    public static let peer = Relations(rawValue: 1 << 2)
    /// A trainer who owns the course.
    public static let trainer = Relations(rawValue: 1 << 3)
    /// An admin, or the operator at the command line.
    public static let admin = Relations(rawValue: 1 << 4)
    /// The program itself, when it has scored a quiz.
    public static let server = Relations(rawValue: 1 << 5)
    /// Content that was launched for the learner.
    public static let content = Relations(rawValue: 1 << 6)
    /// Somebody who is signed in and nothing of the above.
    public static let other = Relations(rawValue: 1 << 7)

    /// Those to whom the enrollment is visible; for the rest it does not exist.
    public static let insiders: Relations = [.learner, .manager, .trainer, .admin, .server, .content]
    /// Those who may host a meeting.
    public static let hosts: Relations = [.manager, .trainer, .admin]

    /// What counts when a verb is sent: whoever is the learner is nobody else, so that nobody witnesses or waives for
    /// themself.
    public var acting: Relations {
        contains(.learner) ? intersection([.learner, .server, .content]) : self
    }
}
