/// How much an import brought.
public struct ImportCounts: Hashable, Sendable, Codable {
    public var modules: Int
    public var activities: Int
    public var answers: Int
    public var files: Int

    public init(modules: Int = 0, activities: Int = 0, answers: Int = 0, files: Int = 0) {
        self.modules = modules
        self.activities = activities
        self.answers = answers
        self.files = files
    }

    public init(_ draft: CourseDraft) {
        self.init(
            modules: draft.modules.count, activities: draft.modules.reduce(0) { $0 + $1.steps.count },
            answers: draft.answers.count, files: draft.files.count)
    }
}
