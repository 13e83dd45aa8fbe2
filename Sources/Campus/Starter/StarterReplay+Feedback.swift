import Learning

/// What people said of courses and activities, and what came of it.
extension StarterReplay {
    func feedback(_ places: StarterPlaces) throws -> [Happening] {
        try told.feedback.flatMap { told -> [Happening] in
            let person = try places.person(told.person)
            let draft = FeedbackDraft(
                courseID: try places.course(told.course), activity: told.activity, rating: told.rating,
                words: told.words)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: 17, base)
            let said = Happening(
                kind: .feedback, at: at, name: "the feedback of \(told.person)",
                isDone: { try await $0.feedback(draft, of: person, at: at) != nil },
                act: { _ = try await $0.giveFeedback(draft, .person(person)) })
            guard let outcome = told.outcome else { return [said] }
            let trainer = try places.person(outcome.by)
            guard let kind = Feedback.Outcome(rawValue: outcome.kind) else {
                throw Refusal.invalid(
                    "/feedback", "unknown-outcome",
                    "organization.json: \"\(outcome.kind)\" is none of "
                        + "\(Feedback.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            let came = Happening(
                kind: .outcome, at: moment(2 * 86_400, after: at), name: "the outcome for \(told.person)",
                isDone: { try await $0.feedback(draft, of: person, at: at)?.outcome != nil },
                act: { campus in
                    guard let feedback = try await campus.feedback(draft, of: person, at: at) else {
                        throw Refusal.missing("feedback")
                    }
                    _ = try await campus.setOutcome(
                        kind, words: outcome.text, of: feedback.id, revision: feedback.revision, .person(trainer))
                })
            return [said, came]
        }
    }
}

extension Campus {
    /// What somebody said in this way at this moment.
    fileprivate func feedback(
        _ draft: FeedbackDraft, of person: Identifier<Person>, at: Instant
    ) async throws -> Feedback? {
        let filter = FeedbackFilter(courseID: draft.courseID, activity: draft.activity)
        let wanted = draft.normalized
        return try await feedback(filter, onlyOwn: true, page: Page(limit: 100), .person(person)).entries
            .map(\.feedback)
            .first { $0.createdAt == at && $0.words == wanted.words && $0.rating == wanted.rating }
    }
}
