import Learning

/// What leaders asked for, what people answered, and what they told of each other.
extension StarterReplay {
    func initiatives(_ places: StarterPlaces) throws -> [Happening] {
        try (told.initiatives ?? []).flatMap { told in
            try [made(told, places), joined(told, places)] + replies(told, places) + stories(told, places)
        }
    }

    private func made(_ told: StarterInitiative, _ places: StarterPlaces) throws -> Happening {
        let (sponsor, owner) = (try places.person(told.sponsor), try places.person(told.owner))
        let courses = try told.courses.map { try places.course($0) }
        let startsOn = StarterPlaces.day(told.startDaysAgo, before: base)
        return Happening(
            kind: .initiative, at: places.moment(told.sponsor, daysAgo: told.startDaysAgo + 1, hour: 9, base),
            name: "the initiative \"\(told.title)\"",
            isDone: { try await $0.initiative(titled: told.title) != nil },
            act: { campus in
                _ = try await campus.createInitiative(
                    title: told.title, why: told.why, owner: owner, courses: courses, startsOn: startsOn,
                    timeZone: told.timeZone, meetsAt: told.meetsAt.flatMap { ClockTime($0) }, isUnderWay: true,
                    .person(sponsor))
            })
    }

    /// Whoever is in it already stays as they are: it may be done twice.
    private func joined(_ told: StarterInitiative, _ places: StarterPlaces) throws -> Happening {
        let sponsor = try places.person(told.sponsor)
        return Happening(
            kind: .initiative, at: places.moment(told.sponsor, daysAgo: told.joinDaysAgo, hour: 20, base),
            name: "the people of \"\(told.title)\"", isDone: { _ in false },
            act: { campus in
                let id = try await campus.known(told.title)
                for result in try await campus.add(.named(told.people), to: id, .person(sponsor)) {
                    if case .refused(let detail) = result.outcome {
                        throw Refusal(.invalid, detail.code, "\(result.given): \(detail.message)", details: [detail])
                    }
                }
            })
    }

    private func replies(_ told: StarterInitiative, _ places: StarterPlaces) throws -> [Happening] {
        try told.replies.map { reply in
            let person = try places.person(reply.person)
            guard let answer = InitiativeReply.Answer(rawValue: reply.answer) else {
                throw Refusal.invalid(
                    "/initiatives", "unknown-answer",
                    "organization.json: \"\(reply.answer)\" is neither in nor not-yet.")
            }
            return Happening(
                kind: .invitation, at: places.moment(reply.person, daysAgo: reply.daysAgo, hour: 12, base),
                name: "the answer of \(reply.person)", isDone: { _ in false },
                act: { campus in
                    // The same answer once more is no new one.
                    _ = try await campus.reply(
                        answer, because: reply.because, to: try await campus.known(told.title), .person(person))
                })
        }
    }

    private func stories(_ told: StarterInitiative, _ places: StarterPlaces) throws -> [Happening] {
        try told.stories.flatMap { story -> [Happening] in
            let (author, about) = (try places.person(story.author), try places.person(story.about))
            let course = try story.course.map { try places.course($0) }
            let words = Happening(
                kind: .story, at: places.moment(story.author, daysAgo: story.daysAgo, hour: 15, base),
                name: "the story of \(story.author)",
                isDone: { try await $0.story(story.text, by: author) != nil },
                act: { campus in
                    _ = try await campus.tell(
                        StoryDraft(
                            initiativeID: try await campus.known(told.title), about: about.description,
                            courseID: course, module: story.module, text: story.text), .person(author))
                })
            guard let approvedDaysAgo = story.approvedDaysAgo else { return [words] }
            let approved = Happening(
                kind: .story, at: places.moment(story.about, daysAgo: approvedDaysAgo, hour: 16, base),
                name: "the yes of \(story.about)",
                isDone: { try await $0.story(story.text, by: author)?.state == .approved },
                act: { campus in
                    guard let there = try await campus.story(story.text, by: author) else {
                        throw Refusal.missing("story")
                    }
                    _ = try await campus.setState(.approved, of: there.id, revision: there.revision, .person(about))
                })
            return [words, approved]
        }
    }
}

extension Campus {
    fileprivate func initiative(titled title: String) async throws -> Identifier<Initiative>? {
        try await initiatives(onlyOwn: false, page: Page(limit: 100), .operator)
            .first { $0.initiative.fields.title == title }?.initiative.id
    }

    fileprivate func known(_ title: String) async throws -> Identifier<Initiative> {
        guard let id = try await initiative(titled: title) else { throw Refusal.missing("initiative") }
        return id
    }

    /// What somebody told in these words.
    fileprivate func story(_ text: String, by author: Identifier<Person>) async throws -> Story? {
        try await stories(initiative: nil, onlyOwn: true, page: Page(limit: 100), .person(author)).stories.map(\.story)
            .first { $0.authorID == author && $0.text == text }
    }
}
