/// An answer that people opened, and of whom half and more say that it did not help: five people and more, and no names.
public struct MisleadingAnswer: Hashable, Sendable {
    public var answerID: Identifier<Answer>
    public var question: String
    /// How many people said what came of it.
    public var people: Int
    /// How many of them were not helped; somebody may be helped by it another time.
    public var notHelped: Int

    public init(answerID: Identifier<Answer>, question: String, people: Int, notHelped: Int) {
        self.answerID = answerID
        self.question = question
        self.people = people
        self.notHelped = notHelped
    }
}
