import Answers
import Learning
import Persistence
import Store

/// Reads the rows of what the index found.
struct SearchHits {
    let findings: SearchFindings
    /// The rank of the first.
    let first: Int
    /// Nil: all.
    let courses: Set<Identifier<Course>>?
    let texts: HitTexts
    /// Who looks.
    let caller: Caller
    /// Today.
    let day: CivilDate

    /// The hits that are still there and may still be seen; ranks stay without gaps.
    func read(_ connection: any SQLConnection) throws -> [SearchHit] {
        let ids = findings.found.compactMap { found in
            if case .answer(let id) = found.subject { id } else { nil }
        }
        let answers = Dictionary(uniqueKeysWithValues: try AnswerHitStore.find(ids, connection).map { ($0.id, $0) })
        let told = findings.found.compactMap { found in
            if case .story(let id) = found.subject { id } else { nil }
        }
        let stories = Dictionary(
            uniqueKeysWithValues: try StoryStore.approved(told, seenBy: caller, connection).map { ($0.story.id, $0) })
        var hits: [SearchHit] = []
        for (subject, hit) in findings.found {
            switch subject {
            case .answer(let id):
                guard let answer = answers[id], maySee(answer.courseID) else { continue }
                hits.append(made(of: answer, hit, rank: first + hits.count))
            case .lesson(let course, let activity):
                guard maySee(course),
                    let lesson = try LessonSourceStore.lesson(activity, of: course, for: caller.personID, connection)
                else { continue }
                hits.append(made(of: lesson, course, hit, rank: first + hits.count))
            case .story(let id):
                guard let story = stories[id] else { continue }
                hits.append(made(of: story, hit, rank: first + hits.count))
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
            tags: answer.tags, language: answer.language, isVerified: answer.isVerified(on: day), score: hit.score,
            isWeak: hit.isWeak,
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

    private func made(of summary: StorySummary, _ hit: Hit, rank: Int) -> SearchHit {
        let story = summary.story
        let text = texts.excerpt(of: story.text)
        let title = StoryWords(text).title
        return SearchHit(
            rank: rank, kind: .story, courseID: story.courseID.flatMap { maySee($0) ? $0 : nil }, story: summary,
            title: title, text: text, html: texts.html(of: story.text), tags: [], language: summary.language,
            score: hit.score, isWeak: hit.isWeak, why: reasons(hit.why), missing: hit.why.missing,
            highlights: highlights([("title", title), ("text", text)], language: summary.language))
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
