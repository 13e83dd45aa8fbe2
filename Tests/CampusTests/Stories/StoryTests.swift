import Campus
import Learning
import TestKit
import Testing

@Suite struct StoryTests {
    @Test func `nobody is told about again and again before they answer`() async throws {
        let stage = try await StoryStage()
        let (author, about, other) = (stage.company.reps[0], stage.company.reps[1], stage.company.reps[2])
        var first: Story?
        for _ in 0..<Limits.waitingStories.value {
            let story = try await stage.tell(about: about.person, as: author)
            first = first ?? story
        }
        await #expect { _ = try await stage.tell(about: about.person, as: author) } throws: {
            ($0 as? Refusal)?.code == "stories-waiting"
        }
        // Others, and about others, and oneself, are counted apart.
        _ = try await stage.tell(about: about.person, as: other)
        _ = try await stage.tell(about: other.person, as: author)
        _ = try await stage.tell(as: author)
        _ = try await stage.set(.declined, of: try #require(first), as: about)
        _ = try await stage.tell(about: about.person, as: author)
    }

    @Test(arguments: Backend.allCases)
    func `nothing is shown before the person told about says yes`(backend: Backend) async throws {
        let stage = try await StoryStage(backend)
        let (author, about, other) = (stage.company.reps[0], stage.company.reps[1], stage.company.reps[2])
        let story = try await stage.tell(about: about.person, as: author)
        #expect(story.state == .waiting)
        #expect(try await stage.notices(of: about) == [.storyTold])
        for somebody in [other, stage.company.leader, stage.company.manager, stage.company.admin] {
            #expect(try await stage.seen(by: somebody) == [])
        }
        #expect(try await stage.seen(by: author) == [.waiting])
        #expect(try await stage.seen(by: about) == [.waiting])
        for somebody in [author, other, stage.company.leader] {
            await #expect(throws: Refusal.self) { try await stage.set(.approved, of: story, as: somebody) }
        }
        let approved = try await stage.set(.approved, of: story, as: about)
        #expect(approved.revision == 2)
        #expect(try await stage.seen(by: other) == [.approved])
        #expect(try await stage.seen(by: stage.company.leader) == [.approved])
        #expect(try await stage.notices(of: author) == [.storyDecided])
        // Both may take it back; it is over then.
        let gone = try await stage.set(.withdrawn, of: approved, as: author)
        #expect(try await stage.seen(by: other) == [])
        await #expect(throws: Refusal.self) { try await stage.set(.approved, of: gone, as: about) }
    }

    @Test func `no is no, and a story about oneself is told at once`() async throws {
        let stage = try await StoryStage()
        let (author, about) = (stage.company.reps[0], stage.company.reps[1])
        let story = try await stage.tell(about: about.person, as: author)
        await #expect(throws: Refusal.stale) {
            try await stage.set(.declined, of: story, as: about, revision: 7)
        }
        let declined = try await stage.set(.declined, of: story, as: about)
        let refusal = await #expect(throws: Refusal.self) {
            try await stage.set(.approved, of: declined, as: about)
        }
        #expect(refusal?.kind == .conflict)
        #expect(try await stage.seen(by: stage.company.reps[2]) == [])
        let own = try await stage.tell("I asked first.", as: author)
        #expect(own.state == .approved)
        #expect(try await stage.seen(by: stage.company.reps[2]) == [.approved])
        #expect(try await stage.notices(of: author) == [.storyDecided])
    }

    @Test func `what a story may be about`() async throws {
        let stage = try await StoryStage()
        let campus = stage.company.campus
        func problem(_ draft: StoryDraft, _ somebody: InitiativeCompany.Somebody) async -> String? {
            do {
                _ = try await campus.tell(draft, .token(somebody.token))
                return nil
            } catch {
                return (error as? Refusal)?.code
            }
        }
        let id = stage.initiative.id
        let rep = stage.company.reps[0]
        let course = stage.company.courses[0]
        #expect(await problem(StoryDraft(initiativeID: id, text: "  "), rep) == "empty")
        #expect(
            await problem(StoryDraft(initiativeID: id, text: String(repeating: "a", count: 4001)), rep) == "too-long")
        #expect(
            await problem(StoryDraft(initiativeID: id, about: "nobody@example.com", text: "T"), rep) == "unknown-person"
        )
        // Somebody who is not in it reads like nobody.
        let outside = stage.company.others[0].person.id.description
        #expect(await problem(StoryDraft(initiativeID: id, about: outside, text: "T"), rep) == "unknown-person")
        #expect(await problem(StoryDraft(initiativeID: id, module: "try", text: "T"), rep) == "course-missing")
        #expect(
            await problem(StoryDraft(initiativeID: id, courseID: stage.company.courses[1], text: "T"), rep)
                == "unknown-course")
        #expect(
            await problem(StoryDraft(initiativeID: id, courseID: course, module: "gone", text: "T"), rep)
                == "unknown-module")
        #expect(await problem(StoryDraft(initiativeID: id, courseID: course, module: "try", text: "T"), rep) == nil)
        #expect(await problem(StoryDraft(initiativeID: id, text: "T"), stage.company.others[0]) == "not-found")
        let told = try await campus.stories(
            initiative: id, onlyOwn: true, page: Page(limit: 10), .token(rep.token)
        ).stories
        #expect(told.map(\.moduleTitle) == ["Try it"])
    }
}

extension StoryStage {
    fileprivate func seen(by somebody: InitiativeCompany.Somebody) async throws -> [Story.State] {
        try await company.campus.stories(
            initiative: initiative.id, onlyOwn: false, page: Page(limit: 10), .token(somebody.token)
        ).stories.map(\.story.state)
    }

    fileprivate func notices(of somebody: InitiativeCompany.Somebody) async throws -> [Notice.Kind] {
        try await company.campus.notices(unreadOnly: true, page: Page(limit: 10), .token(somebody.token))
            .map(\.kind)
    }

    fileprivate func set(
        _ state: Story.State, of story: Story, as somebody: InitiativeCompany.Somebody, revision: Int? = nil
    ) async throws -> Story {
        try await company.campus.setState(
            state, of: story.id, revision: revision ?? story.revision, .token(somebody.token)
        ).stories[0].story
    }
}
