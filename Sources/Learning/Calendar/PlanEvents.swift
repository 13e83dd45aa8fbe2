extension CalendarEvent {
    /// Every dated step of a plan, each of its occurrences by itself.
    /// - Parameters:
    ///   - summary: the enrollment, with its names.
    ///   - dates: what moves the plan beside the enrollment's events.
    ///   - page: where people reach the page, without a slash at the end.
    public static func list(
        of plan: Plan, _ summary: EnrollmentSummary, _ dates: PlanDates, page: String
    ) -> [CalendarEvent] {
        let enrollment = summary.enrollment
        // What is done moves what counts from it, so that all of a plan changes together.
        let happenedAt = enrollment.lastEventAt ?? enrollment.createdAt
        let changedAt = max(happenedAt, dates.movedAt ?? happenedAt)
        return plan.modules.flatMap(\.items).compactMap { item in
            guard let day = item.dueOn, item.status != .unavailable else { return nil }
            let isMeeting = item.step.kind == .kickoff || item.step.kind == .meeting
            let time: Time
            if isMeeting, let meetsAt = dates.meetsAt {
                time = .moment(day.moment(at: meetsAt, in: enrollment.timeZone), minutes: item.step.schedule.minutes)
            } else {
                time = .day(day)
            }
            let turn = item.step.schedule.times > 1 ? " (\(item.occurrence) of \(item.step.schedule.times))" : ""
            let length = item.step.schedule.minutes.map { ", \($0) minutes" } ?? ""
            let key = item.step.key.addingPercentEncoding
            return CalendarEvent(
                uid: "\(enrollment.id)/\(key)/\(item.occurrence)@cornerman", time: time,
                summary: (item.status == .done ? "✓ " : "") + item.step.title + turn,
                description: "\(summary.courseTitle)\(length)",
                url: "\(page)/#/steps/\(enrollment.id)/\(key)/\(item.occurrence)",
                changedAt: changedAt, sequence: enrollment.revision + dates.revision)
        }
    }
}

extension String {
    /// As one part of an address: what is no letter, digit, hyphen, dot or underscore of ASCII is percent-encoded.
    fileprivate var addingPercentEncoding: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += "%" + String(256 + Int(byte), radix: 16, uppercase: true).suffix(2)
            }
        }
        return encoded
    }
}
