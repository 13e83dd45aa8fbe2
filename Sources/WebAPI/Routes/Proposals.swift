import Campus
import HTTPTypes
import Learning

/// Answers that are proposed to a question, and which of them is accepted; and opening a question again.
enum Proposals {
    static let list = Operation(
        summary: "List the answers that were proposed to a question, oldest first.",
        who: "whoever may see the question",
        replies: [
            (200, .json(.object(["data": .array(ProposalBody.schema, max: 2 * Limits.proposals.value)])))
        ]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let views = try await call.campus.proposals(to: id, call.access)
        return try .json(List(data: views.map(ProposalBody.init)))
    }

    static let mine = Operation(
        summary: "List the answers that the caller proposed, newest first.", who: "everybody, their own",
        items: Operation.Item.page, replies: [(200, .json(.listing(ProposalBody.schema)))]
    ) { call in
        let page = try call.page(of: "proposals", Proposal.self)
        let views = try await call.campus.proposals(page: page.andOneMore, call.access)
        return try .json(
            Listing(views, limit: page.limit, list: "proposals", row: ProposalBody.init) { [$0.proposal.id.text] })
    }

    static let create = Operation(
        summary: "Propose an answer to an open question.",
        who: "trainers, the asker, and colleagues where the asker lets them",
        body: .json(.object(["text": .string(1...Limits.note.value).described("Markdown.")])),
        replies: [(201, .json(ProposalBody.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let body = try await call.fields()
        let text = body.string("text", 1...Limits.requestBody.value)
        try body.check()
        let view = try await call.campus.propose(text, to: id, call.access)
        return try .created(ProposalBody(view), at: "/v1/questions/\(id)/proposals", etag: 1)
    }

    static let accept = Operation(
        summary: "Accept a proposed answer; where colleagues may answer, it is published, to be looked at today.",
        who: "whoever asked, and trainers", body: .json(.object(["proposal_id": .id("prp")])),
        replies: [(201, .json(QuestionBody.schema))], refusals: [409]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let body = try await call.fields()
        let proposal = body.identifier("proposal_id", Proposal.self)
        try body.check()
        let view = try await call.campus.accept(proposal, of: id, call.access)
        return try .created(QuestionBody(view), at: "/v1/questions/\(id)", etag: view.question.revision)
    }

    static let reopen = Operation(
        summary: "Open a question again whose answer did not help.", who: "whoever asked, and trainers",
        body: .json(.object(["reason": .string(1...Limits.asked.value)])),
        replies: [(201, .json(QuestionBody.schema))], refusals: [409, 412]
    ) { call in
        let id = try call.identifier(of: Question.self, what: "question")
        let body = try await call.fields()
        let reason = body.string("reason", 1...Limits.requestBody.value)
        try body.check()
        let view = try await call.campus.reopen(id, because: reason, call.access)
        return try .created(QuestionBody(view), at: "/v1/questions/\(id)", etag: view.question.revision)
    }

    private struct List: Encodable {
        let data: [ProposalBody]
    }
}

/// A proposed answer as JSON.
private struct ProposalBody: Encodable {
    struct Author: Encodable {
        let id: Identifier<Person>
        let name: String
    }

    let id: Identifier<Proposal>
    let questionId: Identifier<Question>
    let text: String
    let html: String
    @Nullable var author: Author?
    let createdAt: Timestamp
    @Nullable var acceptedAt: Timestamp?

    init(_ view: ProposalView) {
        id = view.proposal.id
        questionId = view.proposal.questionID
        text = view.proposal.text
        html = view.html
        author = view.author.map { Author(id: $0.id, name: $0.name) }
        createdAt = Timestamp(view.proposal.createdAt)
        acceptedAt = Timestamp(view.proposal.acceptedAt)
    }

    static let schema = Schema.object([
        "id": .id("prp"), "question_id": .id("qst"), "text": .string.described("Markdown."), "html": .string,
        "author": .object(["id": .id("per"), "name": .string]).nullable, "created_at": .time,
        "accepted_at": .time.nullable,
    ])
}
