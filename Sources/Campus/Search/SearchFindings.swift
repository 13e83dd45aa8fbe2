import Answers
import Learning
import Markdown
import Persistence
import Store

/// The hits of a search with what they are.
struct SearchFindings: Sendable {
    let results: SearchResults
    var found: [(subject: SearchDirectory.Subject, hit: Hit)]
    /// Whether the asker may see more than these.
    var hasMore: Bool
    /// What all hits have in common; nil unless asked for.
    var facets: Facets?

    init(results: SearchResults, found: [(subject: SearchDirectory.Subject, hit: Hit)]) {
        self.results = results
        self.found = found
        hasMore = results.hasMore
        facets = results.facets
    }

    /// The best of them.
    func first(_ limit: Int) -> SearchFindings {
        guard found.count > limit else { return self }
        var best = self
        best.found = Array(found.prefix(limit))
        best.hasMore = true
        return best
    }

    /// The same without the best ones.
    func after(_ offset: Int) -> SearchFindings {
        var rest = self
        rest.found.removeFirst(min(offset, found.count))
        return rest
    }

    /// The best of them whose texts have the quoted words side by side: the index knows only that they have them.
    func withPhrases(
        limit: Int, for reader: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> SearchFindings {
        var held = self
        held.found = []
        held.hasMore = false
        var rest = found[...]
        while !rest.isEmpty, !held.hasMore {
            let some = rest.prefix(Self.atOnce)
            rest = rest.dropFirst(Self.atOnce)
            let fields = try Self.fields(of: some.map(\.subject), for: reader, connection)
            for finding in some where fields[finding.subject].map(results.phrases.isMet) ?? false {
                held.hasMore = held.found.count == limit
                if held.hasMore { break }
                held.found.append(
                    results.phrases.hasSeveralWords ? (finding.subject, finding.hit.asQuoted) : finding)
            }
        }
        return held
    }

    /// So many texts are read at once.
    private static let atOnce = 50

    private static func fields(
        of subjects: [SearchDirectory.Subject], for reader: Identifier<Person>?, _ connection: any SQLConnection
    ) throws -> [SearchDirectory.Subject: [WordPlaces]] {
        let ids = subjects.compactMap { if case .answer(let id) = $0 { id } else { nil } }
        var fields: [SearchDirectory.Subject: [WordPlaces]] = [:]
        for answer in try SearchSourceStore.answers(ids, connection) {
            let texts = [answer.question] + answer.phrasings + answer.tags + [Markdown.plainText(answer.text)]
            fields[.answer(answer.id)] = texts.map { WordPlaces(of: $0, language: answer.language) }
        }
        let stories = subjects.compactMap { if case .story(let id) = $0 { id } else { nil } }
        for story in try StorySourceStore.stories(stories, connection) where story.isApproved {
            fields[.story(story.id)] = [WordPlaces(of: Markdown.plainText(story.text), language: story.language)]
        }
        for case .lesson(let course, let activity) in subjects {
            guard let lesson = try LessonSourceStore.lesson(activity, of: course, for: reader, connection) else {
                continue
            }
            let texts = [lesson.step.title, Markdown.plainText(lesson.step.text ?? "")]
            fields[.lesson(course, activity: activity)] = texts.map { WordPlaces(of: $0, language: lesson.language) }
        }
        return fields
    }
}
