public import Learning
import Persistence
import Store

extension Campus {
    /// Answers a question: the asker finds a notice in their inbox, and everybody the answer where one is published.
    ///
    /// - Throws: ``Refusal`` of kind `conflict` when somebody has answered it already.
    public func answer(
        _ id: Identifier<Question>, with reply: QuestionReply, _ access: Access
    ) async throws -> QuestionView {
        let answerID = makeIdentifier(Answer.self)
        let noticeIDs = makeNoticeIDs()
        let ways = try await read(access) { connection, caller in
            try Self.requireTrainer(caller)
            return try QuestionStore.find(id, connection).map { Self.ways(of: $0, reply) } ?? []
        }
        let seekers = try await seekers(of: ways)
        let now = now()
        let view = try await write(access) { connection, caller in
            try Self.requireTrainer(caller)
            guard var question = try QuestionStore.find(id, connection) else { throw Refusal.missing("question") }
            let text = reply.text.trimmed
            switch reply.publication {
            case .none:
                try Self.checkLength(text, Limits.text, at: "/text")
            case .new(let title, let also, let tags, let place, let language):
                let course = place.applied(to: question.courseID)
                let fields = AnswerFields(
                    question: title ?? question.text, also: also, text: text, tags: tags,
                    language: try language ?? Self.language(of: course, connection), courseID: course,
                    activity: course == question.courseID ? question.activity : nil)
                question.answerID = try Self.publish(
                    answerID, fields, for: question.id, by: caller, now: now, connection)
            case .existing(let existing):
                if !text.isEmpty { try Self.checkLength(text, Limits.text, at: "/text") }
                try Self.checkSeen(existing, by: question.askedBy, connection)
                question.answerID = existing
            }
            question.state = .answered
            question.reply = text.isEmpty ? nil : text
            question.answeredBy = caller.personID
            question.answeredAt = now
            question.revision += 1
            guard try QuestionStore.answer(question, connection) else {
                throw Refusal.alreadyAnswered
            }
            try NoticeStore.insert(
                Notice(
                    id: noticeIDs[0], personID: question.askedBy, kind: .questionAnswered,
                    text: "You asked: “\(question.text)” Here is the answer.", subject: "\(question.id)",
                    createdAt: now), connection)
            try tellOthers(
                of: question, and: seekers, but: Set([question.askedBy, caller.personID].compactMap { $0 }),
                noticeIDs.dropFirst(), now: now, connection)
            return try Self.view(of: question, for: caller, connection)
        }
        await showChanges()
        return view
    }

    /// How what answers a question for everybody is asked for; none where it is for the asker alone.
    private static func ways(of question: Question, _ reply: QuestionReply) -> [String] {
        guard question.state == .open else { return [] }
        return switch reply.publication {
        case .none: []
        case .new(let title, let also, _, _, _): question.ways + also + [title].compactMap(\.self)
        case .existing: question.ways
        }
    }

    static func publish(
        _ id: Identifier<Answer>, _ fields: AnswerFields, for question: Identifier<Question>, by caller: Caller,
        now: Instant, _ connection: any SQLConnection
    ) throws -> Identifier<Answer> {
        let answer = new(id, fields, for: question, by: caller, now: now)
        do {
            try check(answer.fields, connection)
        } catch var refusal as Refusal {
            for index in refusal.details.indices where refusal.details[index].pointer != "/text" {
                refusal.details[index].pointer = "/publish" + refusal.details[index].pointer
            }
            throw refusal
        }
        try AnswerStore.insert(answer, by: caller.personID, connection)
        try note(answer, was: nil, by: caller, now: now, connection)
        return id
    }

    /// An asker is not sent to an answer that they may not read.
    private static func checkSeen(
        _ id: Identifier<Answer>, by person: Identifier<Person>, _ connection: any SQLConnection
    ) throws {
        guard let answer = try AnswerStore.find(id, connection), answer.state == .published else {
            throw Refusal.invalid("/answer_id", "unknown-answer", "There is no such published answer.")
        }
        guard let course = answer.fields.courseID, let asker = try TokenStore.caller(person: person, connection) else {
            return
        }
        guard try visibleCourses(of: asker, connection)?.contains(course) ?? true else {
            throw Refusal.invalid(
                "/answer_id", "asker-cannot-see",
                "This answer belongs to a course that the asker may not see: publish one that they may.")
        }
    }

    static func language(of course: Identifier<Course>?, _ connection: any SQLConnection) throws -> String {
        let language = try course.flatMap { try CourseStore.find($0, connection) }?.language
        return language.flatMap { $0 == "und" ? nil : $0 } ?? "en"
    }
}
