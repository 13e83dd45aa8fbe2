/// Which questions a list shows.
public struct QuestionFilter: Hashable, Sendable {
    /// Where a list goes on: after the question that the caller has last, and when that is due.
    public struct Place: Hashable, Sendable {
        public var id: Identifier<Question>
        /// Nil where the newest come first.
        public var dueAt: Instant?

        public init(id: Identifier<Question>, dueAt: Instant? = nil) {
            self.id = id
            self.dueAt = dueAt
        }
    }

    public var state: Question.State?
    /// Only the caller's own.
    public var isMine: Bool
    /// Only those of others that their askers let colleagues answer.
    public var isShared: Bool
    /// Only those of others that the caller follows.
    public var isFollowed: Bool
    /// Only those that the caller is asked first.
    public var isRoutedToMe: Bool
    /// Those that are due first come first; otherwise the newest do.
    public var isByDue: Bool

    public init(
        state: Question.State? = nil, isMine: Bool = false, isShared: Bool = false, isFollowed: Bool = false,
        isRoutedToMe: Bool = false, isByDue: Bool = false
    ) {
        self.state = state
        self.isMine = isMine
        self.isShared = isShared
        self.isFollowed = isFollowed
        self.isRoutedToMe = isRoutedToMe
        self.isByDue = isByDue
    }
}
