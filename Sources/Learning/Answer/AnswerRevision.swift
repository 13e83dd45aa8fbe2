/// What an answer was, from one change to the next.
public struct AnswerRevision: Hashable, Sendable {
    public var answerID: Identifier<Answer>
    /// 1 is how it was published.
    public var number: Int
    public var madeAt: Instant
    /// Nil for the operator, and where it is not known.
    public var madeBy: Identifier<Person>?
    public var state: Answer.State
    public var fields: AnswerFields

    public init(
        answerID: Identifier<Answer>, number: Int, madeAt: Instant, madeBy: Identifier<Person>?, state: Answer.State,
        fields: AnswerFields
    ) {
        self.answerID = answerID
        self.number = number
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.state = state
        self.fields = fields
    }

    /// The fields that differ from the revision before, as the API calls them; all that there is, where there was none.
    public func changed(from before: AnswerRevision?) -> [String] {
        AuditChange.list(from: before?.answer, to: answer).map(\.field)
    }

    private var answer: Answer {
        Answer(id: answerID, fields: fields, state: state, createdAt: madeAt, updatedAt: madeAt)
    }

    /// An answer put back to what it was. Who keeps it right and when it is looked at again are about now, and stay.
    public func restored(to answer: Answer) -> Answer {
        var answer = answer
        let (owner, day) = (answer.fields.ownerID, answer.fields.verifyBy)
        answer.fields = fields
        answer.fields.ownerID = owner
        answer.fields.verifyBy = day
        answer.set(state)
        return answer
    }
}
