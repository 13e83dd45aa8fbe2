import Learning
import TestKit
import Testing

@testable import Campus

/// Stories are found by those who may read them.
@Suite struct StorySearchTests {
    private let text = "She put the **zither** aside. Then she asked what it costs them to wait, and they told her."

    @Test(arguments: Backend.allCases)
    func `a story is found once its person said yes, by those who see its initiative, until it is taken back`(
        backend: Backend
    ) async throws {
        let stage = try await StoryStage(backend)
        let company = stage.company
        let (author, about, outsider) = (company.reps[0], company.reps[1], company.others[0])
        let readers = [
            author, about, company.reps[2], company.manager, company.otherManager, company.trainer, company.leader,
            company.admin,
        ]
        func found(by somebody: InitiativeCompany.Somebody) async throws -> [String] {
            let reply = try await stage.search("zither aside", as: somebody)
            // Whoever finds nothing learns nothing from anything else either.
            for words in ["zither aside", "zihter", "zith*", "\"the zither\"", "tag:zither zither"] {
                let reply = try await stage.search(words, as: somebody)
                if reply.hits.isEmpty { #expect(reply.facets?.total == 0 && !reply.hasMore, "\(words)") }
            }
            if reply.hits.isEmpty {
                let typing = try await company.campus.search(
                    SearchRequest("zith", facets: 5, isTyping: true), .token(somebody.token))
                #expect(typing.completions.isEmpty && typing.facets?.kinds[.story] == nil)
                #expect(try await stage.search("zihter", as: somebody).suggestion == nil)
            }
            return reply.hits.map(\.title)
        }
        let story = try await stage.tell(text, about: about.person, module: "break", as: author)
        for somebody in readers + [outsider] { #expect(try await found(by: somebody) == []) }

        let approved = try await company.campus.setState(
            .approved, of: story.id, revision: 1, .token(about.token)
        ).stories[0].story
        for somebody in readers {
            #expect(try await found(by: somebody) == ["She put the zither aside."], "\(somebody.person.name)")
        }
        #expect(try await found(by: outsider) == [])
        let hit = try #require(try await stage.search("\"the zither\"", as: company.reps[2]).hits.first)
        #expect(hit.kind == .story && hit.story?.story.id == story.id && hit.answerID == nil && hit.activity == nil)
        #expect(hit.story?.initiativeTitle == "Ask first" && hit.story?.aboutName == about.person.name)
        #expect(hit.html?.contains("<strong>zither</strong>") == true)
        #expect(hit.highlights.first { $0.field == "title" }?.ranges == [12..<18])

        _ = try await company.campus.setState(.withdrawn, of: approved.id, revision: 2, .token(author.token))
        for somebody in readers { #expect(try await found(by: somebody) == []) }
    }

    @Test(arguments: Backend.allCases)
    func `stories that were told before a node started are found by it`(backend: Backend) async throws {
        let stage = try await StoryStage(backend)
        _ = try await stage.tell("I asked about the xylophone first.", as: stage.company.reps[0])
        let node = stage.company.campus.searching(by: .none)
        let reply = try await node.search(SearchRequest("xylophone"), .token(stage.company.reps[1].token))
        #expect(reply.hits.map(\.title) == ["I asked about the xylophone first."])
        #expect(
            try await node.search(SearchRequest("xylophone"), .token(stage.company.others[1].token)).hits.isEmpty)
    }

    @Test(arguments: Backend.allCases)
    func `a story is in the language that its author reads now, without a new start`(backend: Backend) async throws {
        let stage = try await StoryStage(backend)
        let (author, reader) = (stage.company.reps[0], stage.company.reps[1])
        _ = try await stage.tell("Zithers sounded.", as: author)
        #expect(try await stage.search("\"zither sounds\"", as: reader).isLoosened == false)
        let person = try await stage.company.campus.person(author.person.id, .operator)
        _ = try await stage.company.campus.changePerson(
            person.id, PersonChange(locale: .set("de")), revision: person.revision, .token(author.token))
        await stage.company.campus.tendSearch()
        // No English endings are taken off any more.
        let reply = try await stage.search("zither sounds", as: reader)
        #expect(reply.hits.first?.why.contains { $0.signal == "plainLetters" } == true, "\(reply.hits)")
    }

    @Test func `one search finds all kinds, or one of them`() async throws {
        let stage = try await StoryStage()
        let company = stage.company
        _ = try await stage.tell("How they open with the price no longer frightens me.", as: company.reps[0])
        let all = try await stage.search("open with the price reasons", as: company.trainer)
        #expect(Set(all.hits.map(\.kind)) == Set(SearchHit.Kind.allCases))
        for kind in SearchHit.Kind.allCases {
            let some = try await stage.search("open with the price reasons", kind: kind, as: company.trainer)
            #expect(some.hits.map(\.title) == all.hits.filter { $0.kind == kind }.map(\.title))
            #expect(some.facets?.kinds == [kind: all.facets?.kinds[kind] ?? 0])
            #expect(some.hits.map(\.rank) == Array(1...some.hits.count))
        }
    }

    @Test func `a story of a course that the reader may not see does not name it`() async throws {
        let stage = try await StoryStage()
        let company = stage.company
        let campus = company.campus
        // Both courses are closed; the manager beside sees every initiative and no course of it.
        _ = try await stage.tell("A zither story.", module: "break", as: company.reps[0])
        let reply = try await stage.search("zither", as: company.otherManager)
        #expect(reply.hits.map(\.courseID) == [nil] && reply.hits.map(\.courseTitle) == [nil])
        #expect(reply.facets?.courses == [] && reply.facets?.total == 1)
        let own = try await campus.search(SearchRequest("zither", facets: 5), .token(company.trainer.token))
        #expect(own.hits.map(\.courseID) == [company.courses[0]] && own.facets?.courses.map(\.count) == [1])
    }

    @Test(arguments: [
        ("I asked first. They told me.", "I asked first.", "They told me."),
        ("Only one line\nand another", "Only one line", "and another"),
        ("3.5 percent was all! Really.", "3.5 percent was all!", "Really."),
        ("", "", ""), (" no end ", "no end", ""), ("先に聞いた。話した。", "先に聞いた。", "話した。"),
        (
            String(repeating: "word ", count: 30), String(repeating: "word ", count: 19).trimmed + "…",
            String(repeating: "word ", count: 11).trimmed
        ),
        (
            String(repeating: "x", count: 120), String(repeating: "x", count: 99) + "…",
            String(repeating: "x", count: 21)
        ),
    ])
    func `the first words of a story stand for its title`(text: String, title: String, rest: String) {
        let words = StoryWords(text)
        #expect(words.title == title && words.rest == rest)
    }
}

extension StoryStage {
    fileprivate func search(
        _ words: String, kind: SearchHit.Kind? = nil, as somebody: InitiativeCompany.Somebody
    ) async throws -> SearchReply {
        try await company.campus.search(
            SearchRequest(words, facets: 10, kind: kind), .token(somebody.token))
    }
}
