import Learning

/// The answers that a course brings along.
extension CurriculumReader {
    func beginAnswers(_ element: CurriculumElement) {
        guard isOurs else { return }
        checkAttributes(element, [], Self.rootPath + "/answers")
    }

    func endAnswers(_ element: CurriculumElement) {
        guard isOurs else { return }
        strayText(element, Self.rootPath + "/answers")
    }

    func partOfAnswers(_ element: CurriculumElement) {
        guard isOurs else { return }
        let parent = Self.rootPath + "/answers"
        guard element.kind == "answer" else { return unknownElement(element, parent, known: ["answer"]) }
        let (key, path) = key(of: element, in: parent, among: "answer", else: "answer-\(draft.answers.count + 1)")
        checkAttributes(element, ["id", "activity", "tags", "owner"], path)
        checkChildren(element, ["question", "also", "text"], path)
        strayText(element, path)
        let question = only("question", of: element, path).map { line($0, path + "/question") } ?? ""
        let text = markdown("text", of: element, path)
        guard !question.isEmpty, let text else {
            return warn(
                "bad-answer", element, path,
                "The answer “\(key)” has no \(question.isEmpty ? "question" : "text") and is left out.",
                hint: "Write <question>…</question> in the words that people use, and <text>…</text>.")
        }
        var answer = AnswerDraft(key: key, question: question, text: text)
        answer.also = element.children("also").map { line($0, path + "/also") }.filter { !$0.isEmpty }
        var seen: Set = [""]
        for tag in (element["tags"] ?? "").split(separator: ",").map({ CurriculumElement.line(String($0)) })
        where seen.insert(tag).inserted {
            answer.tags.append(tag)
        }
        answer.activity = element["activity"].map(CurriculumElement.line).map(CurriculumKey.mended)
        answer.owner = element["owner"].map(CurriculumElement.line).flatMap { $0.isEmpty ? nil : $0 }
        draft.answers.append(answer)
    }
}
