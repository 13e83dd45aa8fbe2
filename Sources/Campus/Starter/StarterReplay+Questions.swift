import Learning

/// What people asked, and what they were told.
extension StarterReplay {
    func questions(_ places: StarterPlaces) throws -> [Happening] {
        try told.questions.flatMap { told -> [Happening] in
            let person = try places.person(told.person)
            let course = try told.course.map { key throws(Refusal) in try places.course(key) }
            let search = searchedBefore(told, places)
            let at =
                search.map { moment(300, after: $0.at) }
                ?? places.moment(told.person, daysAgo: told.daysAgo, hour: 12, base)
            let asked = Happening(
                kind: .question, at: at, name: "the question of \(told.person)",
                isDone: { try await $0.question(told.text, of: person, at: at) != nil },
                act: { campus in
                    var draft = QuestionDraft(told.text, courseID: course, activity: told.activity)
                    if let search {
                        draft.searchID = try await campus.search(search.words, of: person, at: search.at)
                    }
                    _ = try await campus.ask(draft, .person(person))
                })
            guard let trainer = try told.answeredBy.map({ name throws(Refusal) in try places.person(name) }) else {
                return [asked]
            }
            let answered = Happening(
                kind: .reply, at: moment(4 * 3600, after: at), name: "the reply to the question of \(told.person)",
                isDone: { try await $0.question(told.text, of: person, at: at)?.state == .answered },
                act: { campus in
                    guard let question = try await campus.question(told.text, of: person, at: at) else {
                        throw Refusal.missing("question")
                    }
                    let reply = QuestionReply(told.answer ?? "", .new(question: nil, also: [], tags: []))
                    _ = try await campus.answer(question.id, with: reply, .person(trainer))
                })
            return [asked, answered]
        }
    }

    /// What the asker looked for in vain on the same day.
    private func searchedBefore(
        _ asked: StarterHappenings.Asked, _ places: StarterPlaces
    ) -> (words: String, at: Instant)? {
        told.searches.last { search in
            search.person == asked.person && search.daysAgo == asked.daysAgo && search.helped == nil
        }.map { ($0.text, places.moment($0.person, daysAgo: $0.daysAgo, hour: $0.hour, base)) }
    }
}

extension Campus {
    /// The question that somebody asked in these words at this moment.
    fileprivate func question(
        _ text: String, of person: Identifier<Person>, at: Instant
    ) async throws -> Question? {
        try await questions(QuestionFilter(isMine: true), page: Page(limit: 100), .person(person)).map(\.question)
            .first { $0.text == text.trimmed && $0.createdAt == at }
    }
}
