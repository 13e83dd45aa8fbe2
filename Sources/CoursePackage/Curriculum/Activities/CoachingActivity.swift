import Learning

/// `<coaching>`: a conversation of two.
enum CoachingActivity: CurriculumActivity {
    static let kind = ActivityKind.coaching
    static let attributes: Set<String> = ["with"]
    static let children: Set<String> = ["agenda"]

    private enum Coach: String, CaseIterable {
        case manager, trainer, peer
    }

    static func name(_ element: CurriculumElement) -> String { "Coaching" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("agenda", of: element, path)
        step.with = (reader.word("with", of: element, as: Coach.self, path) ?? .manager).rawValue
    }
}
