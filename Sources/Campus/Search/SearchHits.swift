import Answers
import Learning
import Persistence
import Store

/// Reads the rows of what the index found.
struct SearchHits {
    let findings: SearchFindings
    /// Nil: all.
    let courses: Set<Identifier<Course>>?
    let texts: HitTexts
    /// Who looks; nil: the command line.
    let reader: Identifier<Person>?

    /// The hits that are still there and may still be seen; ranks stay without gaps.
    func read(_ connection: any SQLConnection) throws -> [SearchHit] {
        let ids = findings.found.compactMap { found in
            if case .answer(let id) = found.subject { id } else { nil }
        }
        let answers = Dictionary(uniqueKeysWithValues: try AnswerHitStore.find(ids, connection).map { ($0.id, $0) })
        var hits: [SearchHit] = []
        for (subject, hit) in findings.found {
            switch subject {
            case .answer(let id):
                guard let answer = answers[id], maySee(answer.courseID) else { continue }
                hits.append(made(of: answer, hit, rank: hits.count + 1))
            case .lesson(let course, let activity):
                guard maySee(course),
                    let lesson = try LessonSourceStore.lesson(activity, of: course, for: reader, connection)
                else { continue }
                hits.append(made(of: lesson, course, hit, rank: hits.count + 1))
            }
        }
        return hits
    }

    private func maySee(_ course: Identifier<Course>?) -> Bool {
        guard let course, let courses else { return true }
        return courses.contains(course)
    }

    private func made(of answer: AnswerHitStore.Row, _ hit: Hit, rank: Int) -> SearchHit {
        let text = texts.excerpt(of: answer.text)
        return SearchHit(
            rank: rank, kind: .answer, answerID: answer.id, courseID: answer.courseID, activity: answer.activity,
            title: answer.question, text: text, html: texts.html(of: answer.text), courseTitle: answer.courseTitle,
            tags: answer.tags, language: answer.language, score: hit.score, isWeak: hit.isWeak,
            why: reasons(hit.why), missing: hit.why.missing,
            highlights: highlights(
                [("title", answer.question), ("text", text)]
                    + answer.tags.enumerated().map { ("tags/\($0)", $1) }, language: answer.language))
    }

    private func made(
        of lesson: (courseTitle: String, language: String, step: Step), _ course: Identifier<Course>, _ hit: Hit,
        rank: Int
    ) -> SearchHit {
        let text = texts.excerpt(of: lesson.step.text ?? "")
        return SearchHit(
            rank: rank, kind: .lesson, courseID: course, activity: lesson.step.key, title: lesson.step.title,
            text: text, courseTitle: lesson.courseTitle, tags: [], language: lesson.language, score: hit.score,
            isWeak: hit.isWeak, why: reasons(hit.why), missing: hit.why.missing,
            highlights: highlights([("title", lesson.step.title), ("text", text)], language: lesson.language))
    }

    private func reasons(_ why: Why) -> [SearchHit.Reason] {
        let score = why.shares.reduce(0) { $0 + $1.amount }
        return why.shares.map { share in
            SearchHit.Reason(
                signal: share.signal.rawValue, share: share.amount / score,
                words: share.signal == .place ? [] : why.words)
        }
    }

    private func highlights(_ fields: [(String, String)], language: String) -> [SearchHit.Highlight] {
        fields.compactMap { name, text in
            let ranges = findings.results.highlighter.ranges(in: texts.places(in: text, language: language))
            return ranges.isEmpty ? nil : SearchHit.Highlight(field: name, ranges: ranges)
        }
    }
}
