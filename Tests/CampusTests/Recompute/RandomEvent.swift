import Foundation
import Learning
import TestKit

@testable import Campus

/// Events of every verb about every activity, most of which fit and some of which do not.
enum RandomEvent {
    static func make(
        in enrollment: Identifier<Enrollment>, of draft: CourseDraft, around now: Instant,
        _ random: inout SeededGenerator
    ) -> (event: EventDraft, step: Step) {
        let steps = draft.modules.flatMap(\.steps)
        let step = steps.randomElement(using: &random) ?? RandomCourse.step("none", &random)
        let known = Verb.allCases.filter { VerbRule.senders(of: $0, to: step) != nil }
        let verb = (Int.random(in: 0..<8, using: &random) == 0 ? Verb.allCases : known).randomElement(using: &random)
        let seconds = Int64.random(in: -30 * 86_400...600, using: &random)
        let event = EventDraft(
            id: UUIDv7.make(), enrollment: enrollment,
            activity: Int.random(in: 0..<25, using: &random) == 0 ? "unknown" : step.key,
            occurrence: Int.random(
                in: 1...step.schedule.times + (Int.random(in: 0..<10, using: &random) == 0 ? 1 : 0), using: &random),
            verb: verb ?? .opened, data: data(verb ?? .opened, step, &random),
            occurredAt: now.advanced(bySeconds: seconds))
        return (event, step)
    }

    private static func data(_ verb: Verb, _ step: Step, _ random: inout SeededGenerator) -> EventData {
        if Int.random(in: 0..<15, using: &random) == 0 { return EventData() }
        let score = ([0, 0.3, 0.5, 0.79, 0.8, 1] as [Double]).randomElement(using: &random) ?? 0
        return switch verb {
        case .passed: EventData(score: max(score, step.masteryScore ?? 0), success: true)
        case .failed: EventData(score: score, success: false)
        case .submitted: EventData(text: "What I did.", link: "https://example.org/call")
        case .returned, .pledged, .noted, .waived: EventData(text: "In my own words.")
        case .held: EventData(text: "It went well.", commitment: "Three calls.")
        case .answered: EventData(scores: ["belief": Int.random(in: 1...5, using: &random)])
        case .suspended: EventData(state: "state \(random.next() % 100)", location: "page \(random.next() % 9)")
        default: EventData()
        }
    }
}
