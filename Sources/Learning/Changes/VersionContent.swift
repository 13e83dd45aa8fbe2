/// One version of a course as it is compared with another: what its author wrote, and what its files hold.
public struct VersionContent: Hashable, Sendable {
    public var title: String
    public var label: String
    public var language: String
    public var why: String?
    public var benefit: String?
    public var stop: String?
    public var behaviors: [Behavior]
    public var modules: [CourseModule]
    public var answers: [AnswerDraft]
    /// What each file holds, by its path: a digest, equal for equal bytes.
    public var files: [String: String]

    public init(
        title: String, label: String = "", language: String = "und", why: String? = nil, benefit: String? = nil,
        stop: String? = nil, behaviors: [Behavior] = [], modules: [CourseModule] = [], answers: [AnswerDraft] = [],
        files: [String: String] = [:]
    ) {
        self.title = title
        self.label = label
        self.language = language
        self.why = why
        self.benefit = benefit
        self.stop = stop
        self.behaviors = behaviors
        self.modules = modules
        self.answers = answers
        self.files = files
    }

    /// What a package holds.
    /// - Parameter digests: of all of its files, by path.
    public init(_ draft: CourseDraft, digests: [String: String]) {
        self.init(
            title: draft.title, label: draft.versionLabel, language: draft.language, why: draft.why,
            benefit: draft.benefit, stop: draft.stop, behaviors: draft.behaviors, modules: draft.modules,
            answers: draft.answers,
            files: Dictionary(draft.files.map { ($0.path, digests[$0.path] ?? "") }) { first, _ in first })
    }

    /// A published version.
    public init(
        _ version: CourseVersion, behaviors: [Behavior], modules: [CourseModule], answers: [AnswerDraft],
        files: [String: String]
    ) {
        self.init(
            title: version.title, label: version.label, language: version.language, why: version.why,
            benefit: version.benefit, stop: version.stop, behaviors: behaviors, modules: modules, answers: answers,
            files: files)
    }

    /// Before there is any version.
    public static let none = VersionContent(title: "")
}
