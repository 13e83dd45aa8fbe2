public import Learning

/// A question as one caller may see it.
public struct QuestionView: Sendable {
    /// For a colleague without what the asker searched for, the reply, and why it is open again: those are the asker's.
    public var question: Question
    /// Whether the caller asked it.
    public var isMine: Bool
    /// Who asked; for trainers, unless the asker is in a team of theirs. Nil for everybody else, the asker included.
    public var asker: (id: Identifier<Person>, name: String)?
    /// How many colleagues wait for its answer too.
    public var followers: Int
    /// Whether the caller is one of them.
    public var isFollowed: Bool
    /// The answer that the asker opened before and that did not help; for trainers.
    public var tried: TriedAnswer?
    /// The reply as HTML.
    public var replyHTML: String?

    init(
        _ question: Question, for caller: Caller, askerName: String?, followers: Int, isFollowed: Bool,
        tried: TriedAnswer?
    ) {
        isMine = question.askedBy == caller.id
        var shown = question
        if !isMine, !caller.isTrainer {
            shown.words = nil
            shown.reply = nil
            shown.reopenedBecause = nil
            shown.routedTo = nil
        }
        self.question = shown
        self.followers = followers
        self.isFollowed = isFollowed
        self.tried = tried
        asker = askerName.map { (question.askedBy, $0) }
        replyHTML = shown.reply.map(Markup.html)
    }
}
