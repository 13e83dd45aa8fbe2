public import Learning

/// What the player opens: content that reports, or a lesson or quiz of our own.
public struct PlayedContent: Sendable {
    public var title: String
    public var kind: ActivityKind
    /// The file that opens, from the package's root, with its query and fragment, fit to stand in an address; empty where none
    /// does.
    public var file: String
    /// Nil for a lesson or quiz of our own.
    public var content: ContentLaunch?
    /// The text of a lesson, or what stands above a quiz; safe to stand in a page.
    public var html: String?
    /// Nil for a preview.
    public var enrollment: Identifier<Enrollment>?
    public var item: ItemKey
    public var learner: Person
    /// What the content left to go on from; nil when it left nothing.
    public var state: String?
    /// By this server's clock.
    public var openedAt: Instant
}
