import Learning

/// `<quiz>`: questions that the server scores.
enum QuizActivity: CurriculumActivity {
    static let kind = ActivityKind.quiz
    static let attributes: Set<String> = ["href", "moveOn", "masteryScore"]
    static let children: Set<String> = ["text", "question"]

    static func name(_ element: CurriculumElement) -> String { "Quiz" }

    static func read(_ element: CurriculumElement, into step: inout Step, _ path: String, _ reader: CurriculumReader) {
        step.text = reader.markdown("text", of: element, path)
        step.masteryScore = reader.score("masteryScore", of: element, path)
        step.moveOn = reader.word("moveOn", of: element, as: MoveOn.self, path) ?? .completed
        if step.masteryScore == nil, step.moveOn == .passed || step.moveOn == .completedAndPassed {
            reader.log.count(
                reader.finding(
                    .warning, "move-on", element, path,
                    "moveOn=\"\(step.moveOn.rawValue)\" asks for passing, but no masteryScore says what passes; it is read as Completed.",
                    hint: "Add masteryScore=\"0.8\", or another share."))
            step.moveOn = .completed
        }
        let written = element.children("question")
        let questions = written.enumerated().compactMap { index, question in
            QuizQuestionReading.question(question, number: index + 1, in: path, reader)
        }
        if written.isEmpty, element["href"] != nil {
            reader.file(element, &step, path)
            guard step.unavailable == nil else { return }
            if let href = step.href { reader.quizFiles.insert(href) }
            step.unavailable = "Quizzes in a file of their own are not played yet."
            reader.log.count(
                reader.finding(
                    .warning, "not-played", element, path,
                    "The questions of the quiz stand in a file, which is not read yet; the step cannot be opened.",
                    hint: "Write the questions into the quiz."))
            return
        }
        if element["href"] != nil {
            reader.warn(
                "bad-value", element, path, "The quiz has questions and a href; the href has no effect.",
                hint: "Leave one of them out.")
        }
        guard !questions.isEmpty else {
            step.unavailable = "It has no question that can be answered."
            if written.isEmpty {
                reader.warn(
                    "bad-questions", element, path, "The quiz has no question; the step cannot be opened.",
                    hint:
                        "Write <question id=\"q1\"><prompt>…</prompt><option correct=\"true\">…</option>…</question> in it."
                )
            }
            return
        }
        step.quiz = Quiz(questions: questions)
    }
}
