import Learning

/// `<kickoff>`: the event that breaks with the past.
enum KickoffActivity: CurriculumActivity {
    static let kind = ActivityKind.kickoff
    static let attributes: Set<String> = []
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String { "Kickoff" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("text", of: element, path)
    }
}
