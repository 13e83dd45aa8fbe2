import Learning

/// What the design linter says of a bought course, which has no place in its manifest: bought content is training alone.
enum SCORMAdvice {
    static func findings(in draft: CourseDraft) -> [Finding] {
        // All steps are alike to the linter's rules: none has a date, a behavior or a witness.
        var sample = draft
        sample.modules = draft.modules.prefix(2).map { module in
            CourseModule(key: module.key, kind: module.kind, title: module.title, steps: Array(module.steps.prefix(2)))
        }
        sample.files = []
        return Linter.findings(in: sample).map { finding in
            var finding = finding
            finding.path = nil
            finding.hint =
                "Put a course of your own beside it, with reasons, practice and coaching; “cornerman new” makes a starter."
            return finding
        }
    }
}
