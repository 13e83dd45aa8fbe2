import Learning

/// `<question>` of a quiz.
enum QuizQuestionReading {
    /// The question; nil when nobody could answer it, which is told.
    static func question(
        _ element: CurriculumElement, number: Int, in quiz: String, _ reader: CurriculumReader
    ) -> QuizQuestion? {
        let (key, path) = reader.key(of: element, in: quiz, among: "question of \(quiz)", else: "q\(number)")
        reader.checkAttributes(element, ["id", "type", "weight"], path)
        reader.checkChildren(element, ["prompt", "option", "accept", "feedback"], path)
        reader.strayText(element, path)
        let prompt = reader.markdown("prompt", of: element, path)
        let feedback = reader.markdown("feedback", of: element, path)
        let options = element.children("option").enumerated().compactMap { index, option in
            self.option(option, number: index + 1, in: path, reader)
        }
        let accepted = element.children("accept").map { reader.line($0, path + "/accept") }.filter { !$0.isEmpty }
        let usual: QuizQuestion.Kind = options.isEmpty && !accepted.isEmpty ? .text : .choice
        var kind = reader.word("type", of: element, as: QuizQuestion.Kind.self, path) ?? usual
        func unusable(_ why: String, hint: String) -> QuizQuestion? {
            reader.warn("bad-questions", element, path, "The question “\(key)” \(why) and is left out.", hint: hint)
            return nil
        }
        guard let prompt else { return unusable("asks nothing", hint: "Write <prompt>…</prompt> in it.") }
        let right = options.count { $0.isCorrect }
        switch kind {
        case .text:
            guard !accepted.isEmpty else {
                return unusable("accepts no answer", hint: "Write <accept>…</accept> for each answer that is right.")
            }
            extra("option", element, path, reader)
        case .choice, .multiple:
            guard options.count >= 2 else {
                return unusable("has fewer than two options", hint: "Write at least two <option>…</option>.")
            }
            guard right > 0 else {
                return unusable("has no right option", hint: "Write correct=\"true\" on the option that is right.")
            }
            extra("accept", element, path, reader)
        }
        if kind == .choice, right > 1 {
            reader.warn(
                "bad-questions", element, path,
                "The question “\(key)” is a choice of one but has \(right) right options; it is read as a multiple choice.",
                hint: "Write type=\"multiple\", or leave correct=\"true\" on one option.")
            kind = .multiple
        }
        return QuizQuestion(
            key: key, kind: kind, prompt: prompt, options: kind == .text ? [] : options,
            accepted: kind == .text ? accepted : [], weight: weight(element, path, reader), feedback: feedback)
    }

    private static func option(
        _ element: CurriculumElement, number: Int, in question: String, _ reader: CurriculumReader
    ) -> QuizQuestion.Option? {
        var key = "o\(number)"
        var path = "\(question)/option[\(key)]"
        if element["id"] != nil {
            (key, path) = reader.key(of: element, in: question, among: "option of \(question)", else: key)
        }
        reader.checkAttributes(element, ["id", "correct"], path)
        reader.checkChildren(element, ["text", "feedback"], path)
        let isCorrect = reader.flag("correct", of: element, path)
        let feedback = reader.markdown("feedback", of: element, path)
        // Many write the option's words straight into it, and it is plain what they mean.
        if element.children("text").isEmpty, element.hasText {
            return .init(key: key, text: element.line, isCorrect: isCorrect, feedback: feedback)
        }
        reader.strayText(element, path)
        guard let text = reader.markdown("text", of: element, path) else {
            reader.warn(
                "bad-questions", element, path, "An option says nothing and is left out.",
                hint: "Write <text>…</text> in it.")
            return nil
        }
        return .init(key: key, text: text, isCorrect: isCorrect, feedback: feedback)
    }

    private static func weight(_ element: CurriculumElement, _ path: String, _ reader: CurriculumReader) -> Double {
        guard let weight = reader.number("weight", of: element, in: 0...1000, path) else { return 1 }
        guard weight == 0 else { return weight }
        reader.badValue("weight", element, path, "a number above 0")
        return 1
    }

    private static func extra(
        _ child: String, _ element: CurriculumElement, _ path: String, _ reader: CurriculumReader
    ) {
        guard let first = element.children(child).first else { return }
        reader.warn(
            "unknown-element", first, path + "/" + child, "<\(child)> has no effect in a question of this type.",
            hint: child == "accept" ? "It belongs to type=\"text\"." : "It belongs to type=\"choice\" or \"multiple\".")
    }
}

extension CurriculumReader {
    /// A share from 0 to 1. A percentage is plainly meant by a number from above 1 to 100, and is read so.
    func score(_ attribute: String, of element: CurriculumElement, _ path: String) -> Double? {
        guard let number = number(attribute, of: element, in: 0...100, path) else { return nil }
        guard number > 1 else { return number }
        warn(
            "bad-value", element, path,
            "\(attribute)=\"\(number)\" is no share from 0 to 1; it is read as \(number) %.",
            hint: "Write \(number / 100).")
        return number / 100
    }
}
