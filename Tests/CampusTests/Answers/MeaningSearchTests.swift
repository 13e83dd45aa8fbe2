import Campus
import Learning
import Synchronization
import TestKit
import Testing

/// Search on a node that has a sentence encoder; here one that knows two things to mean.
@Suite struct MeaningSearchTests {
    private final class Encoder: Sendable {
        let texts = Mutex<[String]>([])

        func vector(_ text: String) -> [Float]? {
            texts.withLock { $0.append(text) }
            let isTalk = ["talk", "pitching", "rambling"].contains { text.lowercased().contains($0) }
            let isDrum = ["drum", "barrel"].contains { text.lowercased().contains($0) }
            return isTalk || isDrum ? [isTalk ? 1 : 0.01, isDrum ? 1 : 0.01, 0] : [0, 0, 1]
        }
    }

    private struct Desk {
        let test: TestCampus
        let campus: Campus
        let encoder = Encoder()
        let trainer: Access

        init(_ backend: Backend = .standard) async throws {
            test = try await TestCampus(backend)
            campus = test.campus.searching(by: SearchMeaning("two things") { [encoder] in encoder.vector($0) })
            trainer = .token(try await test.person("Tia", roles: [.trainer]).token)
        }

        func publish(_ question: String, language: String = "en") async throws -> Identifier<Answer> {
            try await campus.createAnswer(
                AnswerFields(question: question, text: "Ask first.", language: language), trainer
            ).id
        }

        func found(_ words: String, isTyping: Bool = false) async throws -> [Identifier<Answer>?] {
            try await campus.search(SearchRequest(words, isTyping: isTyping), trainer).hits.map(\.answerID)
        }

        func encodeAll() async {
            while await campus.tendMeaning() {}
        }
    }

    @Test(arguments: Backend.allCases)
    func `an answer is found by its words at once, and by what it means as soon as it was encoded`(
        _ backend: Backend
    ) async throws {
        let desk = try await Desk(backend)
        await desk.campus.tendSearch()
        let talk = try await desk.publish("I talk too much about the product")
        let drum = try await desk.publish("What is a drum?")
        #expect(try await desk.found("product") == [talk])
        #expect(try await desk.found("pitching") == [])
        await desk.encodeAll()
        #expect(try await desk.found("pitching") == [talk])
        #expect(try await desk.found("barrel") == [drum])
        // The campus without an encoder goes by words.
        #expect(try await desk.test.campus.search(SearchRequest("pitching"), desk.trainer).hits.isEmpty)
    }

    @Test func `words alone count as long as it is not known what many entries mean`() async throws {
        let desk = try await Desk()
        await desk.campus.tendSearch()
        let talk = try await desk.publish("I talk too much about the product")
        for number in 0..<10 { _ = try await desk.publish("Note \(number)") }
        #expect(!desk.campus.isSearchingByMeaning)
        #expect(
            desk.campus.searchProblem
                == "Search goes by words until it is known what the entries mean; 11 of 11 wait.")
        // Eight at a time, the newest first: three are left, with the one about talking.
        await desk.campus.tendMeaning()
        #expect(try await desk.found("pitching") == [])
        await desk.encodeAll()
        #expect(desk.campus.isSearchingByMeaning && desk.campus.searchProblem == nil)
        #expect(try await desk.found("pitching") == [talk])
        // One that is new among many holds nothing up.
        for number in 0..<50 { _ = try await desk.publish("Leaf \(number)") }
        await desk.encodeAll()
        let newest = try await desk.publish("Where is the barrel?")
        #expect(desk.campus.isSearchingByMeaning)
        #expect(try await desk.found("pitching") == [talk])
        #expect(try await desk.found("where is the barrel").first == newest)
    }

    @Test func `what changed or went away is not found by what it meant`() async throws {
        let desk = try await Desk()
        await desk.campus.tendSearch()
        let first = try await desk.publish("I talk too much")
        await desk.encodeAll()
        let answer = try await desk.campus.answer(first, desk.trainer)
        _ = try await desk.campus.updateAnswer(first, revision: answer.revision, desk.trainer) {
            $0.fields.question = "What is a drum?"
        }
        await desk.encodeAll()
        #expect(try await desk.found("pitching") == [])
        #expect(try await desk.found("barrel") == [first])
    }

    @Test func `a query is encoded once, one that only narrows and an entry in another language never`() async throws {
        let desk = try await Desk()
        await desk.campus.tendSearch()
        _ = try await desk.publish("Was ist ein Fass?", language: "de")
        await desk.encodeAll()
        #expect(desk.encoder.texts.withLock { $0 } == [])
        for _ in 0..<3 { _ = try await desk.found("barrel tag:x", isTyping: true) }
        _ = try await desk.found("tag:x -drum")
        #expect(desk.encoder.texts.withLock { $0 } == ["barrel"])
        // For who may not search nothing is encoded.
        await #expect(throws: Refusal.self) {
            try await desk.campus.search(SearchRequest("drum"), .token("cms_none"))
        }
        #expect(desk.encoder.texts.withLock { $0 } == ["barrel"])
    }

    @Test func `a node whose model cannot be used searches by words, and its doctor says why`() async throws {
        let test = try await TestCampus()
        let campus = test.campus.searching(by: SearchMeaning(problem: "The model file is damaged."))
        #expect(!campus.meaning.isUsed)
        #expect(await campus.isReady())
        let ailments = try await campus.examine()
        #expect(ailments.map(\.code) == ["model-refused"])
        #expect(ailments.first?.message == "The model file is damaged.")
        let trainer = Access.token(try await test.person("Tia", roles: [.trainer]).token)
        let id = try await campus.createAnswer(AnswerFields(question: "What is a drum?", text: "T"), trainer).id
        #expect(try await campus.search(SearchRequest("drum"), trainer).hits.map(\.answerID) == [id])
        #expect(await !campus.tendMeaning())
    }
}
