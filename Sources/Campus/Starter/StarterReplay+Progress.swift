import Learning
import Persistence
import Store

/// Who took part, what they did, and the quizzes they took.
extension StarterReplay {
    func enrollments(_ places: StarterPlaces) throws -> [Happening] {
        try told.enrollments.map { told in
            let person = try places.person(told.person)
            let course = try places.course(told.course)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: 6, base)
            return Happening(
                kind: .enrollment, at: at, name: "the enrollment of \(told.person)",
                isDone: { try await $0.hasEnrollment(of: person, in: course) },
                act: { campus in
                    let request = EnrollmentRequest(.people([person]), course: course)
                    for result in try await campus.enroll(request, .operator) {
                        if case .refused(let detail) = result.outcome, result.enrollment == nil {
                            throw Refusal(.conflict, detail.code, detail.message)
                        }
                    }
                })
        }
    }

    func events(_ places: StarterPlaces) throws -> [Happening] {
        try told.events.map { told in
            let person = try places.person(told.person)
            let actor = try places.person(told.actor)
            let course = try places.course(told.course)
            guard let verb = Verb(rawValue: told.verb) else {
                throw Refusal.invalid(
                    "/events", "unknown-verb", "organization.json: there is no verb \"\(told.verb)\".")
            }
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: told.hour, base)
            let data = EventData(
                text: told.data.text, commitment: told.data.commitment, link: told.data.link, scores: told.data.scores)
            return Happening(
                kind: .event, at: at, name: "\(told.actor) \(told.verb) \(told.activity) of \(told.person)",
                isDone: { campus in
                    let enrollment = try await campus.enrollment(of: person, in: course)
                    let known = try await campus.events(
                        of: enrollment, activity: told.activity, page: Page(limit: 100), .operator)
                    return known.contains { event in
                        event.occurrence == told.occurrence && event.verb == verb && event.actor == actor
                            && event.occurredAt == at
                    }
                },
                act: { campus in
                    let event = EventDraft(
                        id: campus.makeID(), enrollment: try await campus.enrollment(of: person, in: course),
                        activity: told.activity, occurrence: told.occurrence, verb: verb, data: data, occurredAt: at)
                    for result in try await campus.record([event], via: .import, .person(actor)) {
                        if case .refused(let detail) = result.outcome {
                            throw Refusal(.conflict, detail.code, detail.message)
                        }
                    }
                })
        }
    }

    func attempts(_ places: StarterPlaces) throws -> [Happening] {
        try told.attempts.map { told in
            let person = try places.person(told.person)
            let course = try places.course(told.course)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: told.hour, base)
            return Happening(
                kind: .attempt, at: at, name: "the quiz \(told.activity) of \(told.person)",
                isDone: { campus in
                    let enrollment = try await campus.enrollment(of: person, in: course)
                    let known = try await campus.attempts(
                        of: enrollment, activity: told.activity, page: Page(limit: 100), .operator)
                    return known.contains { $0.attempt.submittedAt == at }
                },
                act: { campus in
                    let enrollment = try await campus.enrollment(of: person, in: course)
                    try await campus.takeQuiz(
                        told.activity, in: enrollment, correct: told.correct, .person(person))
                })
        }
    }
}

extension Campus {
    fileprivate func hasEnrollment(of person: Identifier<Person>, in course: Identifier<Course>) async throws -> Bool {
        let filter = EnrollmentFilter(person: person, course: course)
        return try await !enrollments(filter, page: Page(limit: 1), .operator).isEmpty
    }

    /// The person's running enrollment in a course.
    fileprivate func enrollment(
        of person: Identifier<Person>, in course: Identifier<Course>
    ) async throws -> Identifier<Enrollment> {
        let found = try await enrollments(
            EnrollmentFilter(person: person, course: course), page: Page(limit: 1), .operator)
        guard let enrollment = found.first?.enrollment.id else { throw Refusal.missing("enrollment") }
        return enrollment
    }

    /// Takes a quiz with a share of right answers, the first questions rightly.
    fileprivate func takeQuiz(
        _ activity: String, in enrollment: Identifier<Enrollment>, correct: Double, _ access: Access
    ) async throws {
        let opened = try await openAttempt(at: activity, in: enrollment, access).sheet.attempt
        let quiz = try await read(.operator) { [outlines] connection, _ in
            try outlines.outline(opened.versionID, connection)?.step(activity)?.quiz
        }
        let questions = quiz?.questions ?? []
        let right = Int((correct * Double(questions.count)).rounded())
        var answers: [String: [String]] = [:]
        for (index, question) in questions.enumerated() {
            answers[question.key] = question.answer(isRight: index < right)
        }
        answers = QuizPaper(Quiz(questions: questions), seed: opened.seed).shown(answers)
        if opened.responses.byQuestion != answers {
            _ = try await answer(answers, in: opened.id, revision: opened.revision, access)
        }
        _ = try await submitAttempt(opened.id, access)
    }
}

extension QuizQuestion {
    fileprivate func answer(isRight: Bool) -> [String] {
        guard kind != .text else { return [isRight ? accepted.first ?? "" : "I do not know"] }
        let fitting = options.filter { $0.isCorrect == isRight }.map(\.key)
        return kind == .choice ? Array(fitting.prefix(1)) : fitting
    }
}
