import Learning

/// `<package>`: a package of another format inside this one. None is played yet, so that the learner marks it as done.
enum PackageActivity: CurriculumActivity {
    static let kind = ActivityKind.package
    static let attributes: Set<String> = ["href", "moveOn", "masteryScore"]
    static let children: Set<String> = ["text"]

    static func name(_ element: CurriculumElement) -> String {
        let file = FileActivity.name(element)
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        return stem.isEmpty || element["href"] == nil ? "Package" : stem
    }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        reader.moveOnWithoutScore(element, &step, path)
        step.masteryScore = reader.score("masteryScore", of: element, path)
        step.text = reader.markdown("text", of: element, path)
        reader.file(element, &step, path, takesFolder: true)
        if step.href == nil, step.unavailable == nil {
            step.unavailable = "It names no package."
            reader.warn(
                "bad-value", element, path, "The package has no href; the step cannot be opened.",
                hint: "Name a file of the package: href=\"vendor/course.zip\".")
        }
        guard step.unavailable == nil else { return }
        reader.log.count(
            reader.finding(
                .warning, "not-played", element, path,
                "A package inside the course is not played yet; the learner opens it elsewhere and marks it as done.",
                hint: "Say in <text> where it is found."))
    }
}
