import Campus
import Learning
import Synchronization
import TestKit
import Testing

/// What somebody may not see shows in nothing that a search tells them: they are told the same in two worlds, one of which holds
/// secrets that the other has not.
@Suite struct SearchLeakTests {
    /// All that a search says, apart from ids.
    private struct Told: Equatable {
        let titles: [String]
        let scores: [Double]
        let why: [[SearchHit.Reason]]
        let highlights: [[SearchHit.Highlight]]
        let isWeak: Bool
        let hasMore: Bool
        let isLoosened: Bool
        let suggestion: String?
        let completions: [String]
        let total: Int?
        let kinds: [SearchHit.Kind: Int]?
        let courses: [String]?
        let tags: [SearchFacets.TagCount]?

        init(_ reply: SearchReply) {
            titles = reply.hits.map(\.title)
            scores = reply.hits.map(\.score)
            why = reply.hits.map(\.why)
            highlights = reply.hits.map(\.highlights)
            isWeak = reply.isWeak
            hasMore = reply.hasMore
            isLoosened = reply.isLoosened
            suggestion = reply.suggestion
            completions = reply.completions
            total = reply.facets?.total
            kinds = reply.facets?.kinds
            courses = reply.facets?.courses.map(\.title)
            tags = reply.facets?.tags
        }
    }

    /// A company, some answers for everybody, and perhaps secrets: a closed course with an answer, a lesson and learned words, and a
    /// story of an initiative.
    private struct World {
        let company: InitiativeCompany
        let campus: Campus
        var outsider: Access { .token(company.others[0].token) }
        var trainer: Access { .token(company.trainer.token) }

        init(holdsSecrets: Bool, searchingBy meaning: SearchMeaning = .none, _ backend: Backend = .standard)
            async throws
        {
            company = try await InitiativeCompany(backend)
            campus = company.campus.searching(by: meaning)
            await campus.tendSearch()
            for (question, text, tags) in [
                ("What is a drum?", "A barrel with a skin.", ["music"]), ("Who reads the GZP?", "Nobody yet.", []),
                ("Where is the moon?", "Far off.", ["Sky"]), ("Who has a wrench?", "The plumber.", ["tools"]),
                ("What does grand mean?", "A protocol of manners.", ["Music"]),
            ] {
                _ = try await campus.createAnswer(AnswerFields(question: question, text: text, tags: tags), trainer)
            }
            if holdsSecrets { try await hide() }
            await campus.tendSearch()
            while await campus.tendMeaning() {}
        }

        private func hide() async throws {
            var draft = CourseDraft.sample(key: "secret")
            draft.title = "Zylphonia for drummers"
            draft.modules[0].steps[1].text = "All about the moonwrench, and a drum."
            draft.answers = []
            let course = try await company.test.publish(draft, by: company.trainer.person.id).course
            await campus.tendSearch()
            let answer = try await campus.createAnswer(
                AnswerFields(
                    question: "How do I stop the quixotry of a drum?", also: ["vexed by a tympanum"],
                    text: "Sign the Grand Zoltan Protocol (GZP). Ask the umbrella maker cooperative.",
                    tags: ["vexillum", "music", "umbrella maker cooperative"], courseID: course), trainer)
            for (person, token) in company.reps.prefix(2) {
                try await company.test.enrollDirectly(person, in: course)
                let search = try await campus.search(SearchRequest("wizzlestick handle broke"), .token(token))
                try await campus.recordOutcome(
                    .helped, of: try #require(search.id), helpedBy: answer.id, .token(token))
            }
            let initiative = try await company.initiative()
            _ = try await company.add(company.reps, to: initiative)
            _ = try await campus.tell(
                StoryDraft(initiativeID: initiative.id, text: "She left the bumbershoot and the drum at home."),
                .token(company.reps[0].token))
        }
    }

    /// What is typed, and whether who may see the secrets is told something else than who may not. Words that repair nothing because
    /// another word is as near are no secret either.
    private static let probes: [String] = [
        // Rare words: as they are, mistyped, begun, quoted, left out.
        "quixotry", "quixotri", "quixot*", "\"the quixotry\"", "drum -quixotry", "bumbershoot", "bumbershot", "bumber*",
        "\"the bumbershoot\"", "drum -bumbershoot", "tympanum", "vexed by a drum",
        // A tag and a course.
        "vexillum", "tag:vexillum drum", "drum -tag:vexillum", "tag:music drum", "course:zylphonia drum", "zylphonia",
        "zylfonia", "drummers",
        // What people who were helped asked.
        "wizzlestick", "wizzlestik", "wizzlestick handle", "\"handle broke\"",
        // An acronym that a hidden text explains, and the initials of a hidden tag.
        "grand zoltan protocol", "gzp", "zoltan", "umc", "umcs",
        // A compound that hidden words alone join or split.
        "moon wrench", "moonwrench", "moonwrenches", "umbrellamaker", "drum",
    ]

    private func requests(_ words: String) -> [SearchRequest] {
        [
            SearchRequest(words, facets: 50), SearchRequest(words, limit: 1, facets: 1),
            SearchRequest(words, limit: 5, offset: 1, facets: 5),
            // As the page looks for similar questions while one asks, and for words that go on.
            SearchRequest(words, kind: .answer, isTyping: true), SearchRequest(words, facets: 5, isTyping: true),
            SearchRequest(String(words.dropLast()), facets: 5, isTyping: true),
        ]
    }

    private func compare(_ open: World, _ secret: World, _ probes: [String]) async throws {
        for words in probes {
            for request in requests(words) where !request.words.isEmpty {
                let told = Told(try await secret.campus.search(request, secret.outsider))
                #expect(told == Told(try await open.campus.search(request, open.outsider)), "\(request)")
            }
            let request = SearchRequest(words, facets: 50)
            let trainers = Told(try await secret.campus.search(request, secret.trainer))
            #expect(
                trainers != Told(try await open.campus.search(request, open.trainer)), "\(words) asks for no secret")
        }
    }

    @Test(arguments: Backend.allCases)
    func `results, counts, suggestions and completions are the same with secrets and without`(
        backend: Backend
    ) async throws {
        let worlds = (
            try await World(holdsSecrets: false, backend), try await World(holdsSecrets: true, backend)
        )
        try await compare(worlds.0, worlds.1, Self.probes)
    }

    @Test func `what is meant tells nothing of secrets`() async throws {
        let meaning = SearchMeaning("leaks") { text in
            let text = text.lowercased()
            let isFolly = ["quixotry", "folly", "bumbershoot", "wizzle"].contains { text.contains($0) }
            return isFolly ? [1, 0.1, 0] : text.contains("drum") ? [0.5, 1, 0] : [0, 0, 1]
        }
        let worlds = (
            try await World(holdsSecrets: false, searchingBy: meaning),
            try await World(holdsSecrets: true, searchingBy: meaning)
        )
        try await compare(worlds.0, worlds.1, ["folly", "such a folly", "folly drum"] + Self.probes)
    }
}
