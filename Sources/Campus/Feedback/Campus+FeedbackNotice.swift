import Learning
import Persistence
import Store

extension Campus {
    /// Puts the outcome of an item into its author's inbox.
    static func tellAuthor(
        of entry: FeedbackEntry, notice id: Identifier<Notice>, now: Instant, _ connection: any SQLConnection
    ) throws {
        let place = entry.activityTitle.map { "\"\($0)\" in \"\(entry.courseTitle)\"" } ?? "\"\(entry.courseTitle)\""
        let came =
            switch entry.feedback.outcome {
            case .changed: "Your feedback on \(place) changed something"
            case .answered: "Your feedback on \(place) was answered"
            case .declined: "Your feedback on \(place) was declined"
            case nil: "Your feedback on \(place) was read"
            }
        let text = [came, entry.feedback.outcomeText].compactMap(\.self).joined(separator: ": ")
        try NoticeStore.insert(
            Notice(
                id: id, personID: entry.feedback.personID, kind: .feedbackOutcome, text: text,
                subject: entry.feedback.id.description, createdAt: now),
            connection)
    }
}
