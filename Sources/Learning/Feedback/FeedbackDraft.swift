/// What somebody says about a course or an activity of it: a rating, words, or both.
public struct FeedbackDraft: Hashable, Sendable {
    public var courseID: Identifier<Course>
    /// Nil: about the course as a whole.
    public var activity: String?
    /// 1…5.
    public var rating: Int?
    /// Plain text; what is blank counts as nothing.
    public var words: String?

    public init(
        courseID: Identifier<Course>, activity: String? = nil, rating: Int? = nil, words: String? = nil
    ) {
        self.courseID = courseID
        self.activity = activity
        self.rating = rating
        self.words = words
    }

    /// The same without white space around the words.
    public var normalized: FeedbackDraft {
        var draft = self
        draft.words = words.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        return draft
    }

    /// What is wrong with it by itself.
    public var problems: [Refusal.Detail] {
        var problems: [Refusal.Detail] = []
        if rating == nil, words == nil {
            problems.append(
                .init(pointer: "/words", code: "required", message: "Give a rating from 1 to 5, words, or both."))
        }
        if let rating, !(1...5).contains(rating) {
            problems.append(
                .init(pointer: "/rating", code: "out-of-range", message: "A rating lies between 1 and 5."))
        }
        if let words, words.count > Limits.note.value {
            problems.append(
                .init(
                    pointer: "/words", code: "too-long",
                    message: "At most \(Limits.note.value) characters are allowed; \(words.count) came."))
        }
        return problems
    }
}
