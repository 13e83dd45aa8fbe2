import Answers
import Learning
import Markdown
import Store

/// Makes entries of the index from rows.
enum SearchEntries {
    /// What is to be done to the index; the texts are Markdown still, for ``plain(_:)``.
    static func changes(_ sources: SearchSources, _ directory: inout SearchDirectory) -> [IndexChange] {
        var changes: [IndexChange] = []
        for course in sources.courses {
            directory.setOutline(course.outline, of: course.id)
            let keys = Set(course.lessons.map(\.step.key))
            changes += directory.setLessons(keys, of: course.id).map { .remove($0) }
            changes += course.lessons.map { .put(entry($0, &directory)) }
        }
        for answer in sources.answers {
            changes.append(
                answer.isPublished
                    ? .put(entry(answer, &directory)) : .remove(directory.number(of: .answer(answer.id))))
        }
        for story in sources.stories {
            changes.append(
                story.isApproved ? .put(entry(story, &directory)) : .remove(directory.number(of: .story(story.id))))
        }
        changes += sources.gone.map { .remove(directory.number(of: .answer($0))) }
        return changes
    }

    /// The same with the words of the texts alone.
    static func plain(_ change: IndexChange) -> IndexChange {
        guard case .put(var entry) = change else { return change }
        entry.text = Markdown.plainText(entry.text)
        if entry.kind == .story {
            let words = StoryWords(entry.text)
            (entry.question, entry.text) = (words.title, words.rest)
        }
        return .put(entry)
    }

    private static func entry(
        _ answer: SearchSourceStore.AnswerSource, _ directory: inout SearchDirectory
    ) -> IndexEntry {
        IndexEntry(
            number: directory.number(of: .answer(answer.id)), kind: .answer, question: answer.question,
            phrasings: answer.phrasings, text: answer.text, tags: answer.tags,
            courseTitle: answer.courseTitle ?? "", moduleTitle: answer.moduleTitle ?? "", language: answer.language,
            scopes: answer.courseID.map { [directory.number(of: $0)] } ?? [],
            place: directory.place(course: answer.courseID, activity: answer.activity))
    }

    /// A story is found by its words, by those who see its initiative. Names are not in it, nor the course, which not all of
    /// them may see.
    private static func entry(
        _ story: StorySourceStore.StorySource, _ directory: inout SearchDirectory
    ) -> IndexEntry {
        IndexEntry(
            number: directory.number(of: .story(story.id)), kind: .story, question: "", text: story.text,
            language: story.language, scopes: [directory.number(of: story.initiativeID)],
            place: directory.place(course: story.courseID, module: story.module))
    }

    /// A lesson is found by its text and by the behaviors that it serves.
    private static func entry(
        _ lesson: LessonSourceStore.LessonSource, _ directory: inout SearchDirectory
    ) -> IndexEntry {
        let step = lesson.step
        return IndexEntry(
            number: directory.number(of: .lesson(lesson.courseID, activity: step.key)), kind: .lesson,
            question: step.title,
            text: ([step.text ?? ""] + lesson.behaviors).joined(separator: "\n\n"),
            courseTitle: lesson.courseTitle, moduleTitle: lesson.moduleTitle, language: lesson.language,
            scopes: [directory.number(of: lesson.courseID)],
            place: directory.place(course: lesson.courseID, activity: step.key))
    }
}
