public import Learning
import Persistence
import Store

extension Campus {
    /// The stories that the caller may see, newest first: approved ones of initiatives that they see, and their own whatever came
    /// of them.
    public func stories(
        initiative: Identifier<Initiative>?, onlyOwn: Bool, page: Page<Identifier<Story>>, _ access: Access
    ) async throws -> StoryList {
        try await read(access) { connection, caller in
            StoryList(
                stories: try StoryStore.list(
                    initiative: initiative, onlyOwn: onlyOwn, seenBy: caller, page: page, connection),
                reader: caller.id)
        }
    }

    /// One story.
    /// - Throws: ``Refusal`` of kind `missing`.
    public func story(_ id: Identifier<Story>, _ access: Access) async throws -> StoryList {
        try await read(access) { connection, caller in
            guard let story = try StoryStore.find(id, seenBy: caller, connection) else {
                throw Refusal.missing("story")
            }
            return StoryList(stories: [story], reader: caller.id)
        }
    }

    /// Tells a story about somebody in an initiative, or about oneself. Nobody else sees it before the person told about, who gets
    /// a notice, says yes.
    /// - Throws: ``Refusal`` of kind `missing` when the initiative is not the caller's to see, or `invalid`.
    public func tell(_ draft: StoryDraft, _ access: Access) async throws -> StoryList {
        let (id, notice) = (makeIdentifier(Story.self), makeIdentifier(Notice.self))
        let now = now()
        let told = try await write(access) { connection, caller in
            guard let author = caller.personID else {
                throw Refusal.forbidden("A story is a person's: the operator has none to tell.")
            }
            let draft = draft.normalized
            guard let initiative = try InitiativeStore.find(draft.initiativeID, seenBy: caller, connection) else {
                throw Refusal.missing("initiative")
            }
            let about = try Self.check(draft, initiative, author, connection)
            guard
                try about == author
                    || StoryStore.waiting(by: author, about: about, connection) < Limits.waitingStories.value
            else {
                throw Refusal(
                    .conflict, "stories-waiting",
                    "They have not said yes or no to \(Limits.waitingStories.value) stories of yours yet: wait for them, or take one back."
                )
            }
            let story = Story(
                id: id, initiativeID: initiative.id, authorID: author, aboutID: about, courseID: draft.courseID,
                module: draft.module, text: draft.text, state: about == author ? .approved : .waiting, createdAt: now,
                decidedAt: about == author ? now : nil)
            try StoryStore.insert(story, connection)
            let summary = try Self.visible(id, to: caller, connection)
            if about != author {
                try Self.notify(
                    about, .storyTold,
                    "\(summary.authorName) tells a story about you in \"\(summary.initiativeTitle)\". "
                        + "Nobody reads it unless you say yes.", of: story, notice, now, connection)
            }
            return StoryList(stories: [summary], reader: caller.id)
        }
        await showChanges()
        return told
    }

    /// Says yes or no to a story about oneself, or takes one back.
    /// - Parameter revision: the one that the caller has read.
    /// - Throws: ``Refusal`` of kind `missing`, `stale`, `forbidden` for who may not, `conflict` when it is over.
    public func setState(
        _ state: Story.State, of id: Identifier<Story>, revision: Int, _ access: Access
    ) async throws -> StoryList {
        let notice = makeIdentifier(Notice.self)
        let now = now()
        let decided = try await write(access) { connection, caller in
            var summary = try Self.visible(id, to: caller, connection)
            guard [summary.story.aboutID, summary.story.authorID].contains(caller.id) else {
                throw Refusal.forbidden("Only its author and the person told about decide over a story.")
            }
            guard summary.story.revision == revision else { throw Refusal.stale }
            guard summary.story.state != state else { return StoryList(stories: [summary], reader: caller.id) }
            guard summary.story.mayBecome(state, by: caller.id) else {
                throw Refusal(
                    .conflict, "not-that-state",
                    "Of a story that is \(summary.story.state.rawValue) you cannot say \"\(state.rawValue)\".")
            }
            summary.story.state = state
            if state != .withdrawn { summary.story.decidedAt = now }
            summary.story.revision += 1
            guard try StoryStore.update(summary.story, connection) else { throw Refusal.stale }
            if state != .withdrawn {
                let said = state == .approved ? "says yes to" : "would rather not have"
                try Self.notify(
                    summary.story.authorID, .storyDecided,
                    "\(summary.aboutName) \(said) your story in \"\(summary.initiativeTitle)\".", of: summary.story,
                    notice, now, connection)
            }
            return StoryList(stories: [summary], reader: caller.id)
        }
        await showChanges()
        return decided
    }

    private static func visible(
        _ id: Identifier<Story>, to caller: Caller, _ connection: any SQLConnection
    ) throws -> StorySummary {
        guard let summary = try StoryStore.find(id, seenBy: caller, connection) else { throw Refusal.missing("story") }
        return summary
    }

    /// Whom a draft is about, once nothing is wrong with it.
    private static func check(
        _ draft: StoryDraft, _ initiative: Initiative, _ author: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> Identifier<Person> {
        var problems = draft.problems
        if let course = draft.courseID {
            if !initiative.fields.courses.contains(course) {
                problems.append(
                    .init(
                        pointer: "/course_id", code: "unknown-course", message: "The initiative has no such course."))
            } else if let module = draft.module,
                try !StoryStore.hasModule(module, course: course, connection)
            {
                problems.append(
                    .init(pointer: "/module", code: "unknown-module", message: "The course has no stage of this key."))
            }
        }
        var about = author
        if let name = draft.about {
            let found = try PersonStore.find(named: [name], connection)[name]
            if let found, try found == author || InitiativePeopleStore.contains(found, in: initiative.id, connection) {
                about = found
            } else {
                problems.append(
                    .init(
                        pointer: "/about", code: "unknown-person",
                        message:
                            "Nobody in this initiative is meant by it: a personnel number or an e-mail is expected."))
            }
        }
        guard let first = problems.first else { return about }
        throw Refusal(
            .invalid, problems.count == 1 ? first.code : "invalid-fields", first.message, details: problems)
    }

    private static func notify(
        _ person: Identifier<Person>, _ kind: Notice.Kind, _ text: String, of story: Story,
        _ id: Identifier<Notice>, _ now: Instant, _ connection: any SQLConnection
    ) throws {
        try NoticeStore.insert(
            Notice(
                id: id, personID: person, kind: kind, text: text,
                subject: "\(story.initiativeID)", createdAt: now), connection)
    }
}
