import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct MovingTests {
    private struct Scene {
        let test: TestCampus
        let trainer: Person
        let made: (course: Identifier<Course>, version: Identifier<CourseVersion>)
        let learner: Person
        let enrollment: Identifier<Enrollment>

        init(_ backend: Backend = .standard) async throws {
            test = try await TestCampus(backend)
            trainer = try await test.person("Tia", roles: [.trainer]).person
            made = try await test.publish(.sample(), by: trainer.id)
            learner = try await test.person("Lea").person
            enrollment = try await test.enroll(learner, in: made.course)
        }

        /// Records that they did these steps.
        func done(_ events: [(Verb, String)]) async throws {
            let drafts = events.map { EventDraft.made($0.0, $0.1, in: enrollment, at: test.clock.now) }
            for event in drafts {
                let speaker: Access = event.verb == .attended ? .operator : .person(learner.id)
                let answers = await test.campus.recordTogether([
                    EventRequest(access: speaker, events: [event], via: .api)
                ])
                let outcome = try answers[0].get()[0].outcome
                #expect(outcome == .recorded, "\(event.activity): \(outcome)")
            }
        }

        /// The next version: one lesson renamed, the card gone, another lesson new.
        func publishNext() async throws -> Identifier<CourseVersion> {
            var draft = CourseDraft.sample(label: "2")
            (draft.modules[0].steps[1].key, draft.modules[0].steps[1].was) = ("kinds", "reasons")
            draft.modules[1].steps.removeLast()
            draft.modules[1].steps.append(Step(key: "more", kind: .lesson, title: "More", text: "More."))
            draft.files = []
            return try await test.publish(draft, by: trainer.id).version
        }

        func moved(_ request: MoveRequest? = nil, isLook: Bool = false, by access: Access = .operator) async throws
            -> MoveReport
        {
            try await test.campus.move(request ?? MoveRequest(course: made.course), isLook: isLook, access)
        }

        func isRecomputedAlike() async throws -> Bool {
            let live = try await test.progressTables()
            let differences = try await test.campus.recompute().differences.total
            let rebuilt = try await test.progressTables()
            return differences == 0 && rebuilt == live
        }
    }

    @Test(arguments: Backend.allCases)
    func `whoever moves keeps what they earned, under its new name or none, and sees what is new`(
        backend: Backend
    ) async throws {
        let scene = try await Scene(backend)
        try await scene.done([(.completed, "reasons"), (.completed, "card")])
        let next = try await scene.publishNext()
        let look = try await scene.moved(isLook: true)
        #expect(look.version.id == next)
        guard case .moved(let gain) = look.results[0].outcome else { throw Refusal.missing("gain") }
        #expect(gain.new == ["more"])
        #expect(gain.credited == [])
        #expect(gain.retired == ["card"])
        #expect(gain.before.done == 2 && gain.before.required == 14)
        #expect(gain.after.done == 1 && gain.after.required == 14)
        #expect(look.results[0].name == "Lea")
        #expect(look.titles["more"] == "More")
        // A look changes nothing.
        #expect(
            try await scene.test.campus.enrollment(scene.enrollment, .operator).enrollment.versionID
                == scene.made.version)

        let report = try await scene.moved()
        #expect(report.results == look.results)
        let enrollment = try await scene.test.campus.enrollment(scene.enrollment, .operator).enrollment
        #expect(enrollment.versionID == next)
        #expect(enrollment.totals.done == 1)
        let progress = try await scene.test.campus.progress(of: scene.enrollment, .operator)
        #expect(progress.filter { $0.outcome.completedAt != nil }.map(\.item.activity) == ["card", "kinds"])
        #expect(try await scene.isRecomputedAlike())
        let notices = try await scene.test.campus.notices(
            unreadOnly: false, page: Page(limit: 9), .person(scene.learner.id))
        #expect(notices.map(\.kind) == [.newVersion])
        #expect(notices.first?.text.contains("\"More\"") == true)

        // Again: nobody is on an earlier version.
        #expect(try await scene.moved().results == [])
        let named = MoveRequest(course: scene.made.course, enrollments: [scene.enrollment])
        #expect(try await scene.moved(named).results.map(\.outcome) == [.unchanged])
    }

    @Test(arguments: Backend.allCases)
    func `what came later counts under the new version, and by its old name`(backend: Backend) async throws {
        let scene = try await Scene(backend)
        _ = try await scene.publishNext()
        _ = try await scene.moved()
        // A phone that was offline still knows the old name.
        try await scene.done([(.completed, "reasons"), (.completed, "more")])
        let progress = try await scene.test.campus.progress(of: scene.enrollment, .operator)
        #expect(progress.map(\.item.activity) == ["kinds", "more"])
        #expect(try await scene.isRecomputedAlike())
    }

    @Test func `across several versions names are followed, and what comes back counts at once`() async throws {
        let scene = try await Scene()
        try await scene.done([(.completed, "reasons"), (.completed, "card")])
        _ = try await scene.publishNext()
        var draft = CourseDraft.sample(label: "3")
        (draft.modules[0].steps[1].key, draft.modules[0].steps[1].was) = ("last", "kinds")
        _ = try await scene.test.publish(draft, by: scene.trainer.id)
        guard case .moved(let gain) = try await scene.moved().results[0].outcome else { throw Refusal.missing("gain") }
        #expect(gain.new == [])
        #expect(gain.retired == [])
        #expect(gain.after.done == 2)
        #expect(try await scene.isRecomputedAlike())
    }

    @Test func `what was gone and comes back counts at once`() async throws {
        let scene = try await Scene()
        try await scene.done([(.completed, "card")])
        _ = try await scene.publishNext()
        _ = try await scene.moved()
        _ = try await scene.test.publish(.sample(label: "3"), by: scene.trainer.id)
        guard case .moved(let gain) = try await scene.moved().results[0].outcome else { throw Refusal.missing("gain") }
        #expect(gain.credited == ["card"])
        #expect(try await scene.isRecomputedAlike())
    }

    @Test func `a completion that was reached stays with its date, though there is more to do`() async throws {
        let test = try await TestCampus()
        var draft = CourseDraft(
            key: "short", title: "Short",
            modules: [
                CourseModule(
                    key: "m", kind: .training, title: "M", steps: [Step(key: "a", kind: .lesson, title: "A", text: ".")]
                )
            ])
        let made = try await test.publish(draft)
        let learner = try await test.person("Lea").person
        let enrollment = try await test.enroll(learner, in: made.course)
        _ = await test.campus.recordTogether([
            EventRequest(
                access: .person(learner.id), events: [.made(.completed, "a", in: enrollment, at: test.clock.now)],
                via: .api)
        ])
        let completedAt = try await test.campus.enrollment(enrollment, .operator).enrollment.totals.completedAt
        #expect(completedAt == test.clock.now)
        draft.versionLabel = "2"
        draft.modules[0].steps.append(Step(key: "b", kind: .lesson, title: "B", text: "."))
        _ = try await test.publish(draft)
        test.clock.advance(seconds: 86_400)
        // Who is through is not under way, and moves only when they are named.
        #expect(try await test.campus.move(MoveRequest(course: made.course), isLook: false, .operator).results == [])
        _ = try await test.campus.move(
            MoveRequest(course: made.course, enrollments: [enrollment]), isLook: false, .operator)
        let after = try await test.campus.enrollment(enrollment, .operator).enrollment.totals
        #expect(after.done == 1 && after.required == 2)
        #expect(after.completedAt == completedAt)
    }

    @Test(arguments: Backend.allCases)
    func `rows are refused for themselves`(backend: Backend) async throws {
        let scene = try await Scene(backend)
        let gone = try await scene.test.person("Gus").person
        let left = try await scene.test.enroll(gone, in: scene.made.course)
        let other = try await scene.test.publish(.sample(key: "other"))
        let elsewhere = try await scene.test.enroll(scene.learner, in: other.course)
        let next = try await scene.publishNext()
        let ahead = try await scene.test.enroll(try await scene.test.person("Ned").person, in: scene.made.course)
        let gusRevision = try await scene.test.campus.person(gone.id, .operator).revision
        _ = try await scene.test.campus.changePerson(
            gone.id, PersonChange(leaving: .set(.now)), revision: gusRevision, .operator)
        let report = try await scene.moved(
            MoveRequest(
                course: scene.made.course, version: next,
                enrollments: [left, elsewhere, scene.enrollment, ahead, scene.enrollment]))
        let words = report.results.map { result in
            switch result.outcome {
            case .moved: "moved"
            case .unchanged: "unchanged"
            case .refused(let detail): detail.code
            }
        }
        #expect(words == ["not-under-way", "not-found", "moved", "unchanged"])
        let back = try await scene.moved(
            MoveRequest(course: scene.made.course, version: scene.made.version, enrollments: [ahead]))
        guard case .refused(let detail) = back.results[0].outcome else { throw Refusal.missing("refusal") }
        #expect(detail.code == "ahead")
        #expect(try await scene.isRecomputedAlike())
    }

    @Test func `whoever answers for the course moves people, and admins do`() async throws {
        let scene = try await Scene()
        _ = try await scene.publishNext()
        let other = try await scene.test.person("Tom", roles: [.trainer]).person
        let manager = try await scene.test.person("Max", roles: [.manager]).person
        let reader = try await scene.test.person("Rae", roles: [.admin], scope: .read).token
        for access in [Access.person(other.id), .person(manager.id), .token(reader)] {
            await #expect(throws: Refusal.self) { try await scene.moved(by: access) }
        }
        let look = try await scene.moved(isLook: true, by: .token(reader))
        #expect(look.results.count == 1)
        #expect(try await scene.moved(by: .person(scene.trainer.id)).results.count == 1)
    }
}
