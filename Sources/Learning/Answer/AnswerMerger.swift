/// Two answers to the same question, and what becomes of them when one takes over the other.
public struct AnswerMerger: Hashable, Sendable {
    /// How much hangs on an answer besides its own words, and goes along.
    public struct Carried: Hashable, Sendable {
        /// Searches whose searchers it helped, or did not.
        public var searches: Int
        public var learnedPhrasings: Int
        public var questions: Int
        public var proposals: Int

        public init(searches: Int, learnedPhrasings: Int, questions: Int, proposals: Int) {
            self.searches = searches
            self.learnedPhrasings = learnedPhrasings
            self.questions = questions
            self.proposals = proposals
        }
    }

    /// The one that stays, and the one that it takes over, as they are.
    public let kept: Answer
    public let other: Answer
    /// Whether the one that stays gets the tags of the other.
    public let takesTags: Bool

    /// - Throws: ``Refusal`` of kind `invalid` where they are the same, one is retired, or readers of one would lose it;
    ///   `conflict` where the one that stays is retired.
    public init(kept: Answer, other: Answer, takesTags: Bool) throws(Refusal) {
        guard kept.id != other.id else {
            throw .invalid("/answer_id", "same-answer", "An answer cannot be merged with itself: choose another.")
        }
        guard kept.state == .published else {
            throw Refusal(
                .conflict, "answer-retired",
                "This answer is retired: publish it again first, or merge it into one that is published.")
        }
        guard other.state == .published else {
            throw .invalid("/answer_id", "unknown-answer", "There is no such published answer.")
        }
        guard kept.fields.courseID == nil || kept.fields.courseID == other.fields.courseID else {
            throw .invalid(
                "/answer_id", "narrower-course",
                "Some who read the other may not see the course of this one: merge this into the other, or let this one "
                    + "belong to no course first.")
        }
        self.kept = kept
        self.other = other
        self.takesTags = takesTags
        let ways = result.fields.also.count
        guard ways <= Limits.phrasings.value else {
            throw .invalid(
                "/answer_id", "too-many-phrasings",
                "Together they would be asked in \(ways) other ways, and \(Limits.phrasings.value) are allowed: take some away "
                    + "from one of them first.")
        }
    }

    /// The one that stays, as it is then: found by all that the other was asked by.
    public var result: Answer {
        var answer = kept
        answer.fields.also += [other.fields.question] + other.fields.also
        if takesTags { answer.fields.tags += other.fields.tags }
        answer.fields = answer.fields.normalized
        answer.questionID = kept.questionID ?? other.questionID
        return answer
    }

    /// The other, as it is then: retired, and pointing to the one that stays.
    public var retired: Answer {
        var answer = other
        answer.set(.retired)
        answer.mergedInto = kept.id
        return answer
    }

    /// Ways of asking that the one that stays gets.
    public var newPhrasings: [String] { Array(result.fields.also.dropFirst(kept.fields.normalized.also.count)) }
    /// Tags that it gets.
    public var newTags: [String] { result.fields.tags.filter { !kept.fields.tags.contains($0) } }
    /// Whether more people find what the other was asked by than before: those who may not see its course.
    public var isWider: Bool { kept.fields.courseID != other.fields.courseID }
}
