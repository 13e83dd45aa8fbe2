import Foundation
import Learning
import Persistence
import Store

/// Does again what people of a starter organization did, in the order and at the time in which it happened.
///
/// A mark is kept of how far it came, so that a replay that was cut off goes on where it stopped.
struct StarterReplay {
    private static let mark = "starter-replayed"

    /// One thing to do, and when.
    private struct Happening {
        var at: Instant
        var act: @Sendable (Campus) async throws -> Void
        /// What to say when it is refused.
        var name: String
    }

    private let campus: Campus
    private let told: StarterHappenings
    private let base: Instant

    init(_ campus: Campus, _ told: StarterHappenings, base: Instant) {
        self.campus = campus
        self.told = told
        self.base = base
    }

    func run(_ report: inout StarterReport) async throws {
        let places = try await StarterPlaces(told, campus)
        let happenings = try self.happenings(places).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        let done = try await campus.read(.operator) { connection, _ in
            try SettingStore.value(Self.mark, connection).flatMap(Int.init) ?? 0
        }
        for (index, happening) in happenings.enumerated().dropFirst(done) {
            do {
                try await happening.act(campus.standing(at: happening.at))
                report.happenings += 1
            } catch let refusal as Refusal where refusal.kind != .unavailable {
                report.refused.append("\(happening.name): \(refusal.message)")
            }
            try await campus.write(.operator) { connection, _ in
                try SettingStore.set(Self.mark, value: "\(index + 1)", connection)
            }
        }
    }

    private func happenings(_ places: StarterPlaces) throws -> [Happening] {
        try enrollments(places) + events(places) + attempts(places) + searches(places)
    }

    private func enrollments(_ places: StarterPlaces) throws -> [Happening] {
        try told.enrollments.map { told in
            let person = try places.person(told.person)
            let course = try places.course(told.course)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: 6, base)
            return Happening(
                at: at,
                act: { campus in
                    let request = EnrollmentRequest(.people([person]), course: course)
                    for result in try await campus.enroll(request, .operator) {
                        if case .refused(let detail) = result.outcome, result.enrollment == nil {
                            throw Refusal(.conflict, detail.code, detail.message)
                        }
                    }
                }, name: "the enrollment of \(told.person)")
        }
    }

    private func events(_ places: StarterPlaces) throws -> [Happening] {
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
                at: at,
                act: { campus in
                    let event = EventDraft(
                        id: campus.makeID(), enrollment: try await campus.enrollment(of: person, in: course),
                        activity: told.activity, occurrence: told.occurrence, verb: verb, data: data, occurredAt: at)
                    for result in try await campus.record([event], via: .import, .person(actor)) {
                        if case .refused(let detail) = result.outcome {
                            throw Refusal(.conflict, detail.code, detail.message)
                        }
                    }
                }, name: "\(told.actor) \(told.verb) \(told.activity) of \(told.person)")
        }
    }

    private func attempts(_ places: StarterPlaces) throws -> [Happening] {
        try told.attempts.map { told in
            let person = try places.person(told.person)
            let course = try places.course(told.course)
            return Happening(
                at: places.moment(told.person, daysAgo: told.daysAgo, hour: told.hour, base),
                act: { campus in
                    let enrollment = try await campus.enrollment(of: person, in: course)
                    try await campus.takeQuiz(
                        told.activity, in: enrollment, correct: told.correct, .person(person))
                }, name: "the quiz \(told.activity) of \(told.person)")
        }
    }

    private func searches(_ places: StarterPlaces) throws -> [Happening] {
        try told.searches.map { told in
            let person = try places.person(told.person)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: told.hour, base)
            let helped = told.helped.flatMap { places.answers[$0] }
            return Happening(
                at: at,
                act: { campus in
                    let reply = try await campus.search(SearchRequest(told.text), .person(person))
                    let search = Search(
                        id: campus.makeIdentifier(), personID: person, words: told.text, found: reply.hits.count,
                        isWeak: reply.isWeak, outcome: helped == nil ? .notHelped : .helped,
                        helpedBy: helped?.description, createdAt: at)
                    try await campus.write(.operator) { connection, _ in
                        try SearchStore.insert([search], connection)
                    }
                }, name: "a search of \(told.person)")
        }
    }
}

extension Campus {
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
        let kept = try await answer(answers, in: opened.id, revision: opened.revision, access)
        _ = try await submitAttempt(kept.attempt.id, access)
    }
}

extension QuizQuestion {
    fileprivate func answer(isRight: Bool) -> [String] {
        guard kind != .text else { return [isRight ? accepted.first ?? "" : "I do not know"] }
        let fitting = options.filter { $0.isCorrect == isRight }.map(\.key)
        return kind == .choice ? Array(fitting.prefix(1)) : fitting
    }
}
