import Learning

/// `<file>`: a file of the package to take along.
enum FileActivity: CurriculumActivity {
    static let kind = ActivityKind.file
    static let attributes: Set<String> = ["href", "moveOn"]
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String {
        element["href"]?.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map {
            CurriculumElement.line(String($0))
        }
            ?? "File"
    }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        reader.moveOnWithoutScore(element, &step, path)
        step.text = reader.markdown("text", of: element, path)
        reader.file(element, &step, path)
        if step.href == nil, step.unavailable == nil {
            step.unavailable = "It names no file."
            reader.warn(
                "bad-value", element, path, "The file has no href; the step cannot be opened.",
                hint: "Name a file of the package: href=\"files/checklist.pdf\".")
        }
    }
}
