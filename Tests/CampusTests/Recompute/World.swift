import Foundation
import Learning
import Persistence
import Store
import TestKit

@testable import Campus

/// A small organization in which things happen at random: people work, witness, waive, move and leave, courses change.
final class World {
    private let test: TestCampus
    private var random: SeededGenerator
    private var people: [Identifier<Person>] = []
    private var drafts: [(course: Identifier<Course>, draft: CourseDraft)] = []
    private var sent: [EventDraft] = []
    private var versions = 1
    private(set) var enrolled = 0
    /// How many enrollments went on to another version, and how many of them had done what is gone.
    private(set) var moved = 0
    private(set) var retired = 0
    /// What must not be.
    private(set) var complaints: [String] = []
    /// The verbs, kinds and rules of what was recorded.
    private(set) var recorded: Set<String> = []
    private var steps: [String: Step] = [:]
    private let admin: Identifier<Person>
    private let trainer: Identifier<Person>

    init(seed: UInt64) async throws {
        random = SeededGenerator(seed: seed)
        test = try await TestCampus()
        admin = try await test.person("Admin", roles: [.admin]).person.id
        trainer = try await test.person("Trainer", roles: [.trainer]).person.id
        var made: [Person] = []
        for number in 0..<10 {
            let manager = number == 0 ? nil : made.prefix(max(1, number / 2)).randomElement(using: &random)
            made.append(try await test.person("Person \(number)", manager: manager).person)
        }
        people = made.map(\.id)
        for number in 0..<12 {
            let draft = RandomCourse.make(key: "course-\(number)", label: "1", &random)
            drafts.append((try await test.publish(draft, by: trainer).course, draft))
        }
    }

    private var campus: Campus { test.campus }

    /// One person's way through one course, with what happens around it.
    func run() async throws {
        let index = Int.random(in: 0..<drafts.count, using: &random)
        guard let person = people.randomElement(using: &random) else { return }
        guard let (enrollment, before) = try await enroll(person, drafts[index].course) else { return }
        var events: [EventDraft] = []
        if let before { events += try await credits(from: before, to: enrollment) }
        for _ in 0..<Int.random(in: 4...16, using: &random) {
            let (event, step) = RandomEvent.make(
                in: enrollment, of: drafts[index].draft, around: test.clock.now, &random)
            events.append(event)
            steps[event.id] = step
        }
        // Some come again, as they were or changed, beside others' of long ago.
        events += events.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        if let old = sent.randomElement(using: &random) { events.append(old) }
        if var forged = sent.randomElement(using: &random) {
            forged.occurredAt = forged.occurredAt.advanced(bySeconds: -1)
            events.append(forged)
        }
        sent += events
        try await deliver(random.shuffled(events), learner: person)
        if Bool.random(using: &random) { try await takeQuizzes(enrollment, drafts[index].draft, person) }
        try await happen(person, index)
        test.clock.advance(seconds: Int64.random(in: 1...86_400, using: &random))
    }

    /// A new enrollment or the running one, which now and then is over; with what was earned in that.
    private func enroll(
        _ person: Identifier<Person>, _ course: Identifier<Course>
    ) async throws -> (Identifier<Enrollment>, before: Identifier<Enrollment>?)? {
        let request = EnrollmentRequest(.people([person]), course: course)
        let result = try await campus.enroll(request, .operator)[0]
        guard let enrollment = result.enrollment else { return nil }
        if case .created = result.outcome {
            enrolled += 1
            return (enrollment, nil)
        }
        guard Int.random(in: 0..<4, using: &random) == 0 else { return (enrollment, nil) }
        try await campus.database.write { connection in
            try connection.execute("UPDATE enrollment SET ended_at = 1 WHERE id = \(enrollment)")
        }
        _ = try await campus.recompute()
        guard let again = try await campus.enroll(request, .operator)[0].enrollment else { return nil }
        enrolled += 1
        return (again, enrollment)
    }

    private func credits(
        from source: Identifier<Enrollment>, to enrollment: Identifier<Enrollment>
    ) async throws -> [EventDraft] {
        let now = test.clock.now
        let credits = try await campus.progress(of: source, .operator).filter { $0.outcome.completedAt != nil }.map {
            EventDraft.made(
                .credited, $0.item.activity, in: enrollment, occurrence: $0.item.occurrence,
                data: EventData(source: source), at: now)
        }
        for request in [trainer, admin] {
            for result in try await campus.record(credits, .person(request)) where result.outcome == .recorded {
                recorded.insert(Verb.credited.rawValue)
            }
        }
        return credits
    }

    /// In requests of some events each, several in one transaction.
    private func deliver(_ events: [EventDraft], learner: Identifier<Person>) async throws {
        var rest = events[...]
        while !rest.isEmpty {
            var requests: [EventRequest] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) where !rest.isEmpty {
                let some = Array(rest.prefix(Int.random(in: 1...6, using: &random)))
                rest = rest.dropFirst(some.count)
                let others = [admin, trainer] + people
                let speaker = Bool.random(using: &random) ? learner : others.randomElement(using: &random) ?? learner
                requests.append(
                    EventRequest(
                        access: .person(speaker), events: some,
                        via: Int.random(in: 0..<3, using: &random) == 0 ? .content : .api))
            }
            let answers = await campus.recordTogether(requests)
            for (request, answer) in zip(requests, answers) {
                // Whoever has left has nothing to say.
                guard case .success(let results) = answer else { continue }
                for (event, result) in zip(request.events, results) where result.outcome == .recorded {
                    guard let step = steps[event.id] else { continue }
                    recorded.formUnion([event.verb.rawValue, step.kind.rawValue, step.moveOn.rawValue])
                }
            }
        }
    }

    private func takeQuizzes(
        _ enrollment: Identifier<Enrollment>, _ draft: CourseDraft, _ person: Identifier<Person>
    ) async throws {
        for step in draft.modules.flatMap(\.steps) where step.kind == .quiz {
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let item = ItemKey(step.key, Int.random(in: 1...step.schedule.times, using: &random))
                let responses = Dictionary(
                    uniqueKeysWithValues: (0..<4).map { number in
                        ("q\(number)", [Bool.random(using: &random) ? "right" : "wrong"])
                    })
                let submits = Int.random(in: 0..<5, using: &random) > 0
                do {
                    let sheet = try await campus.openAttempt(
                        at: item.activity, occurrence: item.occurrence, in: enrollment, .person(person)
                    ).sheet
                    let paper = QuizPaper(RandomCourse.quiz, seed: sheet.attempt.seed)
                    let answered = try await campus.answer(
                        paper.shown(responses), in: sheet.attempt.id, revision: sheet.attempt.revision, .person(person))
                    if submits { _ = try await campus.submitAttempt(answered.attempt.id, .person(person)) }
                    recorded.formUnion([ActivityKind.quiz.rawValue, step.moveOn.rawValue])
                } catch is Refusal {
                    // Not available, gone in this version, or the person has left.
                }
            }
        }
    }

    /// What happens beside the learning: somebody moves, leaves, comes back; a course gets a new version, and some are moved to it.
    private func happen(_ person: Identifier<Person>, _ index: Int) async throws {
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: try await change(person, PersonChange(managerID: .set(people.randomElement(using: &random))))
        case 2: try await change(person, PersonChange(managerID: .set(nil)))
        case 3: try await change(person, PersonChange(leaving: .set(.now)))
        case 4:
            for someone in people { try await change(someone, PersonChange(leaving: .set(nil))) }
        case 5:
            versions += 1
            let draft = RandomCourse.next(drafts[index].draft, label: "\(versions)", &random)
            let course = drafts[index].course
            try await test.publish(draft, by: trainer)
            drafts[index].draft = draft
            guard Bool.random(using: &random) else { return }
            try await move(in: course)
        default: break
        }
    }

    /// Moves everybody under way, or some, those who are through or gone included. Nothing that was earned may be lost.
    private func move(in course: Identifier<Course>) async throws {
        let isForAll = Bool.random(using: &random)
        let all = try await campus.database.read { connection in
            try connection.column(
                "SELECT id FROM enrollment WHERE course_id = \(course) ORDER BY id", of: Identifier<Enrollment>.self)
        }
        let some = all.filter { _ in Bool.random(using: &random) }
        let before = try await earned(of: all)
        let request = MoveRequest(course: course, enrollments: isForAll ? nil : some)
        let look = try await campus.move(request, isLook: true, .operator)
        let report = try await campus.move(request, isLook: false, .person(admin))
        if look.results != report.results { complaints.append("a look said something else than what came") }
        let after = try await earned(of: all)
        for (id, then) in before {
            guard let now = after[id] else { continue }
            if then.items > now.items { complaints.append("\(id) has fewer items done: \(then.items) → \(now.items)") }
            if let date = then.completedAt, now.completedAt.map({ $0 > date }) ?? true {
                complaints.append("\(id) was through and is not, or later")
            }
        }
        for result in report.results {
            guard case .moved(let gain) = result.outcome else { continue }
            moved += 1
            if gain.before.done > gain.before.required || gain.after.done > gain.after.required {
                complaints.append("\(result.enrollment) has more done than there is")
            }
            if !gain.retired.isEmpty { retired += 1 }
        }
        let again = try await campus.move(request, isLook: false, .person(admin))
        if again.results.contains(where: { if case .moved = $0.outcome { true } else { false } }) {
            complaints.append("a second move moved somebody")
        }
    }

    /// How many items of each enrollment are done, and since when all are.
    private func earned(
        of ids: [Identifier<Enrollment>]
    ) async throws -> [Identifier<Enrollment>: (items: Int, completedAt: Instant?)] {
        try await campus.database.read { connection in
            var earned: [Identifier<Enrollment>: (items: Int, completedAt: Instant?)] = [:]
            for id in ids {
                // Two steps that became one are one item: what counts is that each has something that is done.
                let items: Int? = try connection.value(
                    """
                    SELECT COUNT(*) FROM progress WHERE enrollment_id = \(id) AND completed_at IS NOT NULL
                    """)
                let completedAt: [Instant?] = try connection.column(
                    "SELECT completed_at FROM enrollment WHERE id = \(id)")
                earned[id] = (items ?? 0, completedAt.first ?? nil)
            }
            return earned
        }
    }

    private func change(_ id: Identifier<Person>, _ change: PersonChange) async throws {
        let person = try await campus.person(id, .operator)
        do {
            _ = try await campus.changePerson(id, change, revision: person.revision, .operator)
        } catch is Refusal {
            // A circle of managers, or somebody who has left already.
        }
    }

    /// The tables as they are, and as `recompute` makes them; and how many rows that changed.
    func recomputed() async throws -> (live: [String: [String]], rebuilt: [String: [String]], differences: Int) {
        let live = try await test.progressTables()
        let result = try await campus.recompute()
        return (live, try await test.progressTables(), result.differences.total)
    }

    /// Damages what is stored beside the events, and says whether `recompute` mends it.
    func mends() async throws -> Bool {
        let live = try await test.progressTables()
        try await campus.database.write { connection in
            try connection.script(
                """
                UPDATE progress SET facts = 'opened@1', status = 'open', completed_at = NULL, score = 0.1;
                DELETE FROM progress WHERE occurrence = 2;
                UPDATE module_progress SET done = 0, completed_at = 5, is_started = 0;
                UPDATE enrollment SET done = 0, required = 3, completed_at = 7, last_event_at = NULL;
                UPDATE attempt SET score = 0.123, submitted_at = NULL WHERE number = 1;
                UPDATE completion_counter SET done = done + 1;
                DELETE FROM completion_counter WHERE module_key = '';
                """)
        }
        _ = try await campus.recompute()
        return try await test.progressTables() == live
    }
}
