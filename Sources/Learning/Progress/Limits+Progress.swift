extension Limits {
    public static let enrolledTogether = Limit(
        "enrolled_together", 1000, "items", "people named in one request to enroll")
    public static let startYears = Limit(
        "start_years", 10, "years", "the first day of an enrollment, from today, before or after")
    public static let commitment = Limit("commitment", 2000, "characters", "what is to be done until the next coaching")
    public static let link = Limit("link", 2000, "characters", "an address handed in as evidence")
    public static let state = Limit("state", 300_000, "characters", "what content keeps to go on from")
    public static let location = Limit("location", 1000, "characters", "where content stopped, in its own words")
    public static let interactions = Limit(
        "interactions", 64_000, "characters", "what content tells of single questions in one event")
    public static let quizWords = Limit("quiz_words", 1000, "characters", "an answer in words to a question of a quiz")
    public static let eventSeconds = Limit("event_seconds", 31_536_000, "seconds", "the time that one event tells of")

    /// The bounds of enrollments and of what is told about them.
    static let progress = [
        enrolledTogether, startYears, commitment, link, state, location, interactions, quizWords, eventSeconds,
    ]
}
