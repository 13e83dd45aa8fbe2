import Learning

/// `<practice>`: something to do at work.
enum PracticeActivity: CurriculumActivity {
    static let kind = ActivityKind.practice
    static let attributes: Set<String> = ["evidence", "witness"]
    static let children: Set<String> = ["task"]

    static func name(_ element: CurriculumElement) -> String { "Practice" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("task", of: element, path)
        step.evidence = reader.word("evidence", of: element, as: Step.Evidence.self, path) ?? .none
        step.witness = reader.word("witness", of: element, as: Step.Witness.self, path)
        if element.children("task").isEmpty {
            reader.warn(
                "no-text", element, path, "The practice does not say what to do.",
                hint: "Write <task>…</task>: what to do, and how one sees that it went well.")
        }
    }
}
