import Learning

/// `<feedback>`: a pulse of scales and words.
enum FeedbackActivity: CurriculumActivity {
    static let kind = ActivityKind.feedback
    static let attributes: Set<String> = []
    static let children: Set<String> = ["text", "scale", "words"]

    static func name(_ element: CurriculumElement) -> String { "How is it going?" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("text", of: element, path)
        let prompts = element.children.filter { $0.kind == "scale" || $0.kind == "words" }
        for (index, prompt) in prompts.enumerated() {
            let isScale = prompt.kind == "scale"
            let (key, place) = reader.key(of: prompt, in: path, among: "prompt of \(path)", else: "p\(index + 1)")
            reader.checkAttributes(prompt, isScale ? ["id", "from", "to"] : ["id"], place)
            var text = reader.line(prompt, place)
            if text.isEmpty {
                reader.warn(
                    "no-text", prompt, place, "The question “\(key)” of the pulse has no words; its id is shown.",
                    hint: "Write the question between the tags.")
                text = key
            }
            if isScale {
                step.scales.append(scale(prompt, key: key, text: text, place, reader))
            } else {
                step.words.append(WordsPrompt(key: key, prompt: text))
            }
        }
        if prompts.isEmpty {
            reader.warn(
                "no-text", element, path, "The pulse asks nothing.",
                hint: "Write <scale id=\"…\" from=\"1\" to=\"5\">…</scale> or <words id=\"…\">…</words> in it.")
        }
    }

    private static func scale(
        _ element: CurriculumElement, key: String, text: String, _ path: String, _ reader: CurriculumReader
    ) -> Scale {
        let bounds = -1000...1000
        let from = reader.integer("from", of: element, in: bounds, path) ?? 1
        let to = reader.integer("to", of: element, in: bounds, path) ?? 5
        if from < to, to - from <= 20 { return Scale(key: key, from: from, to: to, prompt: text) }
        reader.warn(
            "bad-value", element, path, "A scale from \(from) to \(to) cannot be answered; it is read as 1 to 5.",
            hint: "Let “to” be above “from”, at most 20 steps.")
        return Scale(key: key, from: 1, to: 5, prompt: text)
    }
}
