/// One rule of the design linter: one file, one test file, and a line in `Linter.rules`.
public protocol LintRule: Sendable {
    /// What the rule has to say about a course, as findings of severity `advice`.
    static func findings(in draft: CourseDraft) -> [Finding]
}

extension LintRule {
    /// A piece of advice.
    static func advice(_ code: String, _ path: String, _ message: String, hint: String, count: Int = 1) -> Finding {
        Finding(.advice, code, path: path, message: message, hint: hint, count: count)
    }
}
