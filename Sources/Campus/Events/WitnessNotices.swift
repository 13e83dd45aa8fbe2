import Foundation
import Learning
import Persistence
import Store

/// Tells learners what a witness said of their practice. They are written with the events that say it, once: what is made
/// anew from events tells nobody anything.
struct WitnessNotices {
    let events: [EventRecord]
    let states: [Identifier<Enrollment>: EnrollmentState]
    let outlines: [Identifier<CourseVersion>: CourseOutline]
    let makeID: @Sendable () -> String

    func send(_ connection: any SQLConnection) throws {
        let said = events.filter { $0.verb == .confirmed || $0.verb == .returned }
        guard !said.isEmpty else { return }
        let names = try PersonStore.names(of: Set(said.map(\.actor)), connection)
        let titles = try CourseStore.titles(of: Set(said.compactMap { states[$0.enrollment]?.courseID }), connection)
        let notices = said.compactMap { event in
            states[event.enrollment].map { state in
                Notice(
                    id: Identifier(stored: makeID()), personID: state.personID,
                    kind: event.verb == .confirmed ? .practiceConfirmed : .practiceReturned,
                    text: text(event, by: names[event.actor], in: titles[state.courseID]), subject: subject(event),
                    createdAt: event.recordedAt)
            }
        }
        try NoticeStore.insert(notices, connection)
    }

    private func text(_ event: EventRecord, by name: String?, in course: String?) -> String {
        let step = outlines[event.version]?.step(event.activity)
        var place = "\"\(step?.title ?? event.activity)\""
        if let times = step?.schedule.times, times > 1 { place += " (\(event.occurrence) of \(times))" }
        if let course { place += " in \"\(course)\"" }
        let who = name ?? "Your witness"
        let came = event.verb == .confirmed ? "\(who) confirmed \(place)" : "\(who) asks for another try of \(place)"
        guard let words = event.data.text?.trimmed, !words.isEmpty else { return "\(came)." }
        return "\(came): \(words)"
    }

    /// The item as an address: enrollment, activity and occurrence, where a slash within the activity is encoded.
    private func subject(_ event: EventRecord) -> String {
        var allowed = CharacterSet.urlPathAllowed
        allowed.remove("/")
        let activity = event.activity.addingPercentEncoding(withAllowedCharacters: allowed) ?? event.activity
        return "\(event.enrollment)/\(activity)/\(event.occurrence)"
    }
}
