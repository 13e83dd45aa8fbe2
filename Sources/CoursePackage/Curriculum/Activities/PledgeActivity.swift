import Learning

/// `<pledge>`: a promise in the learner's own words.
enum PledgeActivity: CurriculumActivity {
    static let kind = ActivityKind.pledge
    static let attributes: Set<String> = []
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String { "My promise" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("text", of: element, path)
    }
}
