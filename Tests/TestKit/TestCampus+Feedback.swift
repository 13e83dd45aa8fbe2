import Campus
import Learning

extension TestCampus {
    /// Adds people who report to a manager and are signed in; returns their secrets.
    public func crew(_ count: Int, under manager: Person?) async throws -> [String] {
        var tokens: [String] = []
        for number in 0..<count {
            tokens.append(try await person("\(manager?.name ?? "Free") \(number)", manager: manager).token)
        }
        return tokens
    }

    /// Lets each of these people say the same thing once; their words end in a number that tells them apart.
    public func say(
        _ rating: Int?, _ words: String? = nil, on course: Identifier<Course>, activity: String? = nil,
        by tokens: some Sequence<String>
    ) async throws {
        for (number, token) in tokens.enumerated() {
            _ = try await campus.giveFeedback(
                FeedbackDraft(
                    courseID: course, activity: activity, rating: rating, words: words.map { "\($0) \(number)" }),
                .token(token))
        }
    }
}
