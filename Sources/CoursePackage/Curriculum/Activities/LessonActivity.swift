import Learning

/// `<lesson>`: Markdown of its own, or a file of the package.
enum LessonActivity: CurriculumActivity {
    static let kind = ActivityKind.lesson
    static let attributes: Set<String> = ["href", "moveOn"]
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String { "Lesson" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        reader.moveOnWithoutScore(element, &step, path)
        step.text = reader.markdown("text", of: element, path)
        reader.file(element, &step, path)
        if let href = step.href, step.text == nil, step.unavailable == nil,
            href.lowercased().hasSuffix(".md") || href.lowercased().hasSuffix(".markdown")
        {
            reader.lessonFiles.insert(href)
        }
        if step.text == nil, step.href == nil, step.unavailable == nil {
            step.unavailable = "There is nothing in it."
            reader.warn(
                "no-text", element, path, "The lesson has neither a text nor a file.",
                hint: "Write <text>…</text> in it, or name a file with href.")
        }
    }
}
