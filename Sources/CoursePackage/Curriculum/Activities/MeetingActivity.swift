import Learning

/// `<meeting>`: a webinar, a clinic or office hours.
enum MeetingActivity: CurriculumActivity {
    static let kind = ActivityKind.meeting
    static let attributes: Set<String> = ["type"]
    static let children: Set<String> = ["text"]

    private enum MeetingType: String, CaseIterable {
        case webinar, clinic, officeHours
    }

    static func name(_ element: CurriculumElement) -> String {
        switch element["type"] {
        case "clinic": "Clinic"
        case "officeHours": "Office hours"
        default: "Webinar"
        }
    }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("text", of: element, path)
        step.meetingType = (reader.word("type", of: element, as: MeetingType.self, path) ?? .webinar).rawValue
    }
}
