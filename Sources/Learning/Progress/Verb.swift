/// What an event says happened.
public enum Verb: String, Sendable, Codable, CaseIterable {
    /// The learner opened it: work has begun.
    case opened
    /// Was there, at a kickoff or meeting.
    case attended
    case completed
    case passed
    case failed
    /// Handed in: a practice's evidence, or a quiz.
    case submitted
    /// The learner tried it, and it went wrong: they say on which day they try again.
    case tried
    /// A witness says that the practice was really done.
    case confirmed
    /// A witness says that it needs another try, and what is missing.
    case returned
    case pledged
    case kept
    case broken
    /// A coaching took place; the coach's side and the next commitment.
    case held
    /// The learner's side of a coaching.
    case noted
    /// The questions of a pulse were answered.
    case answered
    /// Not asked of this person, with a reason.
    case waived
    /// Earned elsewhere and counted here.
    case credited
    /// Content keeps where the learner is.
    case suspended
}
