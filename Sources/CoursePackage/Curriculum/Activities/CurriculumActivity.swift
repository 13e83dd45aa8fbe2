import Learning

/// How one kind of activity is read: one file, one test file, and a line in `CurriculumActivities.all`. The element has
/// the kind's name.
protocol CurriculumActivity: Sendable {
    static var kind: ActivityKind { get }
    /// Attributes beside those that every activity has.
    static var attributes: Set<String> { get }
    /// Children beside the title.
    static var children: Set<String> { get }
    /// What it is called when it has no title.
    static func name(_ element: CurriculumElement) -> String
    /// Reads what this kind has beside what every activity has.
    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader)
}

enum CurriculumActivities {
    static let all: [any CurriculumActivity.Type] = [
        KickoffActivity.self, MeetingActivity.self, LessonActivity.self, LinkActivity.self, FileActivity.self,
        QuizActivity.self, PackageActivity.self, PracticeActivity.self, PledgeActivity.self, CoachingActivity.self,
        FeedbackActivity.self,
    ]

    static let byElement: [String: any CurriculumActivity.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.kind.rawValue, $0) })
}

extension CurriculumReader {
    /// Reads `moveOn` of what cannot report a score: passing it is nothing that could happen.
    func moveOnWithoutScore(_ element: CurriculumElement, _ step: inout Step, _ path: String) {
        guard let moveOn = word("moveOn", of: element, as: MoveOn.self, path) else { return }
        step.moveOn = moveOn
        guard moveOn == .passed || moveOn == .completedAndPassed else { return }
        step.moveOn = .completed
        log.count(
            finding(
                .warning, "move-on", element, path,
                "moveOn=\"\(moveOn.rawValue)\" asks for a score that nothing here can report; it is read as Completed.",
                hint: "Write moveOn=\"Completed\", or ask for the score in a <quiz>."))
    }
}
