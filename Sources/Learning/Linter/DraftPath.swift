/// How findings name the parts of a course: as element names with ids.
public enum DraftPath {
    public static let course = "/curriculum"

    public static func module(_ module: CourseModule) -> String { "\(course)/module[\(module.key)]" }

    public static func step(_ step: Step, in module: CourseModule) -> String {
        "\(self.module(module))/\(step.kind.rawValue)[\(step.key)]"
    }

    public static func behavior(_ behavior: Behavior) -> String { "\(course)/behavior[\(behavior.key)]" }

    public static func answer(_ answer: AnswerDraft) -> String { "\(course)/answers/answer[\(answer.key)]" }
}
