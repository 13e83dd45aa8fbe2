import Learning
import Persistence
import Store

/// What people looked for.
extension StarterReplay {
    func searches(_ places: StarterPlaces) throws -> [Happening] {
        try told.searches.map { told in
            let person = try places.person(told.person)
            let at = places.moment(told.person, daysAgo: told.daysAgo, hour: told.hour, base)
            let helped = told.helped.flatMap { places.answers[$0] }
            return Happening(
                kind: .search, at: at, name: "a search of \(told.person)",
                isDone: { try await $0.search(told.text, of: person, at: at) != nil },
                act: { campus in
                    let reply = try await campus.search(SearchRequest(told.text), .person(person))
                    let search = Search(
                        id: campus.makeIdentifier(), personID: person, words: told.text, found: reply.hits.count,
                        isWeak: reply.isWeak, outcome: helped == nil ? .notHelped : .helped,
                        helpedBy: helped?.description, createdAt: at)
                    let ids = campus.phrasingIdentifiers()
                    try await campus.write(.operator) { connection, _ in
                        try SearchStore.insert([search], connection)
                        try Campus.learn(from: search, helpedBy: helped, ids: ids, now: at, connection)
                    }
                })
        }
    }
}

extension Campus {
    /// The search of these words that somebody made at this moment.
    func search(_ words: String, of person: Identifier<Person>, at: Instant) async throws -> Identifier<Search>? {
        try await searches(page: Page(limit: 100), .person(person)).first { $0.words == words && $0.createdAt == at }?
            .id
    }
}
