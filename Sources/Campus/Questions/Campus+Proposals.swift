public import Learning
import Persistence
import Store

extension Campus {
    /// Proposes an answer to an open question, whose asker is told. Trainers may, and colleagues where the asker lets them.
    /// - Throws: ``Refusal`` of kind `missing` for a question that the caller may not see, `conflict` when it is answered or
    ///   has as many proposals, of the caller's or in all, as it may.
    public func propose(
        _ text: String, to id: Identifier<Question>, _ access: Access
    ) async throws -> ProposalView {
        let proposalID = makeIdentifier(Proposal.self)
        let noticeID = makeIdentifier(Notice.self)
        let now = now()
        return try await write(access) { connection, caller in
            let question = try Self.readable(id, by: caller, connection)
            let text = text.trimmed
            try Self.checkLength(text, Limits.note, at: "/text")
            if let problem = MarkdownWeight(text).problem {
                throw Refusal.invalid("/text", "too-large", problem.message + " " + problem.hint)
            }
            // Before it is counted: two at once are counted one after the other.
            guard try QuestionStore.hold(id, connection) else { throw Refusal.alreadyAnswered }
            guard try ProposalStore.count(of: id, connection) < Limits.proposals.value else {
                throw Refusal(
                    .conflict, "too-many-proposals",
                    "This question has \(Limits.proposals.value) proposed answers already: its asker chooses among them."
                )
            }
            if let person = caller.personID,
                try ProposalStore.countWaiting(of: id, by: person, connection) >= Limits.proposalsEach.value
            {
                throw Refusal(
                    .conflict, "too-many-own-proposals",
                    "You have proposed \(Limits.proposalsEach.value) answers to this question already: its asker chooses among them."
                )
            }
            let proposal = Proposal(
                id: proposalID, questionID: id, authorID: caller.personID, text: text, createdAt: now)
            try ProposalStore.insert(proposal, connection)
            if question.askedBy != caller.id {
                try NoticeStore.insert(
                    Notice(
                        id: noticeID, personID: question.askedBy, kind: .answerProposed,
                        text: "Somebody proposes an answer to what you asked: “\(question.text)”",
                        subject: "\(id)", createdAt: now), connection)
            }
            return try Self.views(of: [proposal], connection)[0]
        }
    }

    /// What was proposed to a question, oldest first.
    /// - Throws: ``Refusal`` of kind `missing` for a question that the caller may not see.
    public func proposals(to id: Identifier<Question>, _ access: Access) async throws -> [ProposalView] {
        try await read(access) { connection, caller in
            _ = try Self.readable(id, by: caller, connection)
            return try Self.views(of: try ProposalStore.list(of: id, connection), connection)
        }
    }

    /// What the caller proposed, newest first.
    public func proposals(
        page: Page<Identifier<Proposal>>, _ access: Access
    ) async throws -> [ProposalView] {
        try await read(access) { connection, caller in
            try Self.views(of: try ProposalStore.list(by: caller.id, page: page, connection), connection)
        }
    }

    /// Accepts a proposed answer: it is the answer to the question, and where the asker let colleagues answer, everybody finds
    /// it who may see the place, to be looked at by the course's owner today. Accepted again after the question was opened
    /// again it is the answer that it became before, not another. Its author and those who looked for the same in vain are
    /// told.
    /// - Throws: ``Refusal`` of kind `forbidden` unless the caller asked or is a trainer, `conflict` when the question is
    ///   answered already.
    public func accept(
        _ proposalID: Identifier<Proposal>, of id: Identifier<Question>, _ access: Access
    ) async throws -> QuestionView {
        let answerID = makeIdentifier(Answer.self)
        let noticeIDs = makeNoticeIDs()
        let authorNoticeID = makeIdentifier(Notice.self)
        let ways = try await read(access) { connection, caller in
            let question = try Self.acceptable(id, by: caller, connection)
            return question.state == .open ? question.ways : []
        }
        let seekers = try await seekers(of: ways)
        let now = now()
        let view = try await write(access) { connection, caller in
            var question = try Self.acceptable(id, by: caller, connection)
            guard let proposal = try ProposalStore.find(proposalID, of: id, connection) else {
                throw Refusal.invalid("/proposal_id", "unknown-proposal", "This question has no such proposed answer.")
            }
            question.state = .answered
            question.reply = proposal.text
            question.answeredBy = proposal.authorID
            question.answeredAt = now
            question.revision += 1
            let published = try Self.publish(
                proposal, as: answerID, for: question, by: caller, now: now, connection)
            question.answerID = published
            guard try QuestionStore.answer(question, connection) else { throw Refusal.alreadyAnswered }
            try ProposalStore.accept(proposalID, as: published, at: now, connection)
            var notices: [Notice] = []
            if let author = proposal.authorID, author != caller.id {
                notices.append(
                    Notice(
                        id: authorNoticeID, personID: author, kind: .proposalAccepted,
                        text: "Your answer helped and was accepted: “\(question.text)”",
                        subject: question.answerID.map { "\($0)" } ?? "\(id)", createdAt: now))
            }
            if question.askedBy != caller.id {
                notices.append(
                    Notice(
                        id: noticeIDs[0], personID: question.askedBy, kind: .questionAnswered,
                        text: "You asked: “\(question.text)” Here is the answer.", subject: "\(id)", createdAt: now))
            }
            try NoticeStore.insert(notices, connection)
            let knowing = Set([question.askedBy, proposal.authorID, caller.personID].compactMap { $0 })
            try tellOthers(
                of: question, and: seekers, but: knowing, noticeIDs.dropFirst(), now: now, connection)
            return try Self.view(of: question, for: caller, connection)
        }
        await showChanges()
        return view
    }

    /// A question whose answer a caller may choose.
    private static func acceptable(
        _ id: Identifier<Question>, by caller: Caller, _ connection: any SQLConnection
    ) throws -> Question {
        let question = try readable(id, by: caller, connection)
        guard caller.isTrainer || question.askedBy == caller.id else {
            throw Refusal.forbidden("Only whoever asked accepts an answer, or a trainer.")
        }
        return question
    }

    /// Publishes what a colleague proposed: nobody who keeps answers right has looked at it, so that it is due at once. What
    /// it became before stands for it, with what was made of it since.
    /// - Parameter id: for a new answer.
    /// - Returns: the answer; nil where there is none for everybody.
    private static func publish(
        _ proposal: Proposal, as id: Identifier<Answer>, for question: Question, by caller: Caller, now: Instant,
        _ connection: any SQLConnection
    ) throws -> Identifier<Answer>? {
        if let known = try proposal.answerID.flatMap({ try AnswerStore.find($0, connection) }) {
            return try publishAgain(known, for: question, by: caller, now: now, connection)
        }
        guard question.isShared else { return nil }
        let owner = try QuestionStore.route(course: question.courseID, connection)
        let fields = AnswerFields(
            question: String(question.text.prefix(Limits.question.value)), text: proposal.text, ownerID: owner,
            verifyBy: CivilDate(now, in: "UTC"), language: try language(of: question.courseID, connection),
            courseID: question.courseID, activity: question.activity)
        let answer = Answer(
            id: id, fields: fields.normalized, questionID: question.id, createdAt: now, updatedAt: now)
        try AnswerStore.insert(answer, by: proposal.authorID, connection)
        try note(answer, was: nil, by: caller, now: now, connection)
        return id
    }

    /// The answer that a proposal became before: where it was retired since it is published again, due at once, unless the
    /// question is the asker's alone.
    private static func publishAgain(
        _ known: Answer, for question: Question, by caller: Caller, now: Instant, _ connection: any SQLConnection
    ) throws -> Identifier<Answer>? {
        // It may belong elsewhere by now.
        if let asker = try TokenStore.caller(person: question.askedBy, connection),
            try !mayRead(known, asker, connection)
        {
            return nil
        }
        guard known.state == .retired else { return known.id }
        guard question.isShared else { return nil }
        var answer = known
        answer.set(.published)
        answer.verifiedAt = nil
        answer.verifiedBy = nil
        answer.fields.verifyBy = CivilDate(now, in: "UTC")
        answer = try revise(
            known, to: answer, by: caller, naming: caller.id != question.askedBy, now: now, connection)
        return answer.id
    }

    private static func views(
        of proposals: [Proposal], _ connection: any SQLConnection
    ) throws -> [ProposalView] {
        let names = try PersonStore.names(of: Set(proposals.compactMap(\.authorID)), connection)
        return proposals.map { proposal in
            ProposalView(proposal, authorName: proposal.authorID.flatMap { names[$0] })
        }
    }
}

extension Refusal {
    static let alreadyAnswered = Refusal(
        .conflict, "already-answered", "Somebody has answered this question already.")
}
