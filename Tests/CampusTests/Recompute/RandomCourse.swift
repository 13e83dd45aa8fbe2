import Learning

/// A course of every kind of activity with rules of every sort, drawn by a seeded generator.
enum RandomCourse {
    static func make(key: String, label: String, _ random: inout SeededGenerator) -> CourseDraft {
        var number = 0
        let modules = (0..<Int.random(in: 1...3, using: &random)).map { index in
            CourseModule(
                key: "module-\(index)", kind: ModuleKind.allCases.randomElement(using: &random) ?? .training,
                title: "Module \(index)",
                steps: (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    number += 1
                    return step("step-\(number)", &random)
                })
        }
        return CourseDraft(key: key, versionLabel: label, title: "Course \(key)", modules: modules)
    }

    static func step(_ key: String, _ random: inout SeededGenerator) -> Step {
        let kind = ActivityKind.allCases.randomElement(using: &random) ?? .lesson
        let times = Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
        var step = Step(
            key: key, kind: kind, title: key,
            schedule: Schedule(every: times > 1 ? Period(days: 7) : nil, times: times),
            moveOn: MoveOn.allCases.randomElement(using: &random) ?? .completed,
            masteryScore: [nil, 0.5, 0.8].randomElement(using: &random) ?? nil,
            evidence: kind == .practice ? Step.Evidence.allCases.randomElement(using: &random) ?? .none : .none,
            witness: kind == .practice
                ? ([nil, .manager, .peer, .trainer, .anyone] as [Step.Witness?])
                    .randomElement(using: &random) ?? nil : nil,
            with: kind == .coaching ? ["manager", "peer", "trainer"].randomElement(using: &random) : nil)
        if kind == .quiz { step.quiz = quiz }
        if kind == .feedback { step.scales = [Scale(key: "belief", from: 1, to: 5, prompt: "I believe.")] }
        if Int.random(in: 0..<12, using: &random) == 0 { step.unavailable = "It is missing." }
        return step
    }

    /// The same course as its author might publish it next: rules changed, a step gone, a step new, one renamed.
    static func next(_ draft: CourseDraft, label: String, _ random: inout SeededGenerator) -> CourseDraft {
        var draft = draft
        draft.versionLabel = label
        for module in draft.modules.indices {
            for index in draft.modules[module].steps.indices {
                switch Int.random(in: 0..<5, using: &random) {
                case 0:
                    draft.modules[module].steps[index].moveOn = MoveOn.allCases.randomElement(using: &random) ?? .passed
                case 1:
                    let old = draft.modules[module].steps[index].key
                    draft.modules[module].steps[index].was = old
                    draft.modules[module].steps[index].key = "\(old)-\(label)"
                default: break
                }
            }
            if draft.modules[module].steps.count > 1, Bool.random(using: &random) {
                draft.modules[module].steps.removeLast()
            }
        }
        draft.modules[0].steps.append(step("new-\(label)", &random))
        return draft
    }

    static let quiz = Quiz(
        questions: (0..<4).map { number in
            QuizQuestion(
                key: "q\(number)", kind: .choice, prompt: "?",
                options: [
                    .init(key: "right", text: "Right", isCorrect: true),
                    .init(key: "wrong", text: "Wrong", isCorrect: false),
                ])
        })
}
