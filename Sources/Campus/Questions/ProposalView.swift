public import Learning

/// A proposed answer as everybody sees it who may see the question.
public struct ProposalView: Sendable {
    public var proposal: Proposal
    /// Nil where the command line proposed it.
    public var author: (id: Identifier<Person>, name: String)?
    public var html: String

    init(_ proposal: Proposal, authorName: String?) {
        self.proposal = proposal
        author = authorName.flatMap { name in proposal.authorID.map { ($0, name) } }
        html = Markup.html(proposal.text)
    }
}
