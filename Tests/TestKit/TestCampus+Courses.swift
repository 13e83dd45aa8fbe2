import Campus
import Learning
import Persistence
import Store

extension TestCampus {
    /// Publishes a draft as an import would, and says what it became. The same draft twice is one version.
    /// - Parameter files: bytes of the draft's files by path; a file that is not among them holds its own path as text.
    @discardableResult
    public func publish(
        _ draft: CourseDraft, files: [String: [UInt8]] = [:], by person: Identifier<Person>? = nil
    ) async throws -> (course: Identifier<Course>, version: Identifier<CourseVersion>) {
        var draft = draft
        var stored: [StoredFile] = []
        for path in Set(draft.files.map(\.path)).union(files.keys).sorted() {
            let bytes = files[path] ?? Array(path.utf8)
            stored.append(StoredFile(path: path, digest: try keep(bytes), size: bytes.count))
        }
        draft.files = stored.map { PackagedFile(path: $0.path, size: $0.size) }
        let publication = try await campus.publish(
            draft, format: "curriculum", digest: Secret.hash("\(draft) \(stored)"), files: stored, by: person)
        return (publication.course, publication.version)
    }

    /// Keeps bytes as a blob.
    public func keep(_ bytes: [UInt8]) throws -> BlobDigest {
        let writer = try campus.blobs.makeWriter()
        try bytes.withUnsafeBytes { try writer.write($0) }
        return try writer.finish()
    }
}

extension CourseDraft {
    /// A small course with one step of each kind that the tests ask for, in one module of each kind.
    public static func sample(key: String = "ask-first", label: String = "1") -> CourseDraft {
        CourseDraft(
            key: key, versionLabel: label, language: "en", title: "Ask before you pitch",
            why: "Deals end in **no decision**.", benefit: "Fewer proposals.", stop: "Opening with slides.",
            behaviors: [Behavior(key: "ask", text: "I ask for reasons before I give mine.")],
            modules: [
                CourseModule(
                    key: "break", kind: .training, title: "Why the old way stopped working",
                    steps: [
                        Step(
                            key: "kickoff", kind: .kickoff, title: "Kickoff with our sponsor",
                            schedule: Schedule(offset: Period(), minutes: 60)),
                        Step(
                            key: "reasons", kind: .lesson, title: "Three kinds of reasons",
                            text: "Something *hurts*.\n\n<script>alert(1)</script>",
                            schedule: Schedule(offset: Period(days: 1), minutes: 12), behaviors: ["ask"]),
                        Step(
                            key: "check", kind: .quiz, title: "Can you tell a reason from a feature?",
                            behaviors: ["ask"], moveOn: .passed, masteryScore: 0.5,
                            quiz: Quiz(questions: [
                                QuizQuestion(
                                    key: "q1", kind: .choice, prompt: "Which is a reason?",
                                    options: [
                                        .init(key: "o1", text: "It hurts", isCorrect: true),
                                        .init(key: "o2", text: "It has tabs", isCorrect: false),
                                    ]),
                                QuizQuestion(key: "q2", kind: .text, prompt: "I ask for …", accepted: ["reasons"]),
                            ])),
                    ]),
                CourseModule(
                    key: "try", kind: .development, title: "Try it", requires: ["break"],
                    steps: [
                        Step(
                            key: "mine", kind: .pledge, title: "My pledge", text: "What will you do?",
                            behaviors: ["ask"]),
                        Step(
                            key: "calls", kind: .practice, title: "Three calls, reasons first",
                            text: "Write down what you heard.",
                            schedule: Schedule(offset: Period(days: 7), after: "break"), behaviors: ["ask"],
                            evidence: .text, witness: .manager),
                        Step(
                            key: "card", kind: .file, title: "The question card", href: "files/card.html",
                            files: ["files/card.css"]),
                    ]),
                CourseModule(
                    key: "corner", kind: .coaching, title: "In your corner",
                    steps: [
                        Step(
                            key: "one-on-one", kind: .coaching, title: "One on one", text: "What did you hear?",
                            schedule: Schedule(every: Period(days: 14), times: 4, minutes: 30), with: "manager"),
                        Step(
                            key: "pulse", kind: .feedback, title: "Pulse",
                            schedule: Schedule(every: Period(days: 14), times: 4),
                            scales: [Scale(key: "belief", from: 1, to: 5, prompt: "I believe in it.")]),
                    ]),
            ],
            answers: [
                AnswerDraft(
                    key: "price-first", activity: "reasons", tags: ["price", "discovery"],
                    question: "What do I say when they open with the price?",
                    also: ["They only want to know what it costs"],
                    text: "Ask what it **costs them** to leave it as it is.")
            ],
            files: [PackagedFile(path: "files/card.css", size: 14), PackagedFile(path: "files/card.html", size: 15)])
    }
}
