import Campus
import Foundation
import Learning
import Persistence
import Store
import Synchronization
import TestKit
import Testing

/// A node's index from one start to the next: in its file, if that is of this program, this encoder and this store.
@Suite struct SearchFileTests {
    /// One node after another on the same store and the same file. What they have encoded tells what they made anew.
    private struct Node {
        let house: House
        let campus: Campus
        let encoded = Mutexed()

        init(_ house: House, build: String = "1", encoder: String = "letters", file: URL? = nil) async {
            self.house = house
            let meaning = SearchMeaning(encoder) { [encoded] text in
                encoded.count.withLock { $0 += 1 }
                return [Float(text.count), 1]
            }
            campus = house.test.campus.searching(
                by: meaning, keptIn: SearchFile(file ?? Self.file(house), build: build))
            await campus.tendSearch()
            while await campus.tendMeaning() {}
        }

        var encodedTexts: Int { encoded.count.withLock { $0 } }

        func publish(_ question: String) async throws -> Answer {
            try await campus.createAnswer(
                AnswerFields(question: question, text: "Ask first.", courseID: house.course, activity: "reasons"),
                house.trainer)
        }

        func found(_ words: String, _ access: Access? = nil) async throws -> [String] {
            try await campus.search(SearchRequest(words), access ?? house.trainer).hits.map(\.title)
        }

        static func file(_ house: House) -> URL { house.test.folder.url.appendingPathComponent("search.index") }
    }

    private final class Mutexed: Sendable {
        let count = Mutex(0)
    }

    @Test(arguments: Backend.allCases)
    func `what was kept is there at the next start, with what changed since`(_ backend: Backend) async throws {
        let house = try await House(backend, isEnrolled: true)
        let first = await Node(house)
        #expect(first.encodedTexts > 0)
        let giraffe = try await first.publish("A giraffe in the meeting?")
        _ = try await first.publish("A zebra in the meeting?")
        await first.campus.tendSearch()
        while await first.campus.tendMeaning() {}
        #expect(await first.campus.keepSearch())
        #expect(await !first.campus.keepSearch())
        // While no node runs.
        _ = try await house.test.campus.updateAnswer(giraffe.id, revision: giraffe.revision, house.trainer) {
            $0.state = .retired
        }
        _ = try await house.test.campus.createAnswer(
            AnswerFields(question: "A walrus in the meeting?", text: "Wait."), house.trainer)
        let second = await Node(house)
        // The walrus alone: its question, its text and its tags.
        #expect(second.encodedTexts == 3)
        for access in [house.trainer, house.learner] {
            #expect(try await second.found("zebra", access).first == "A zebra in the meeting?")
            #expect(try await second.found("walrus", access).first == "A walrus in the meeting?")
            #expect(try await second.found("giraffe", access).contains("A giraffe in the meeting?") == false)
            #expect(try await second.found("kinds of reasons", access).first == "Three kinds of reasons")
        }
        let stranger = Access.token(try await house.test.person("Nora").token)
        #expect(try await second.found("zebra", stranger) == ["A walrus in the meeting?"])
        // It stands in its place.
        let request = SearchRequest("meeting", courseID: house.course, activity: "reasons")
        let hit = try await second.campus.search(request, house.learner).hits.first
        #expect(hit?.title == "A zebra in the meeting?")
        #expect(hit?.why.contains { $0.signal == "place" } == true)
    }

    @Test func `a new version of a course takes out what it has no longer, of a kept index too`() async throws {
        let house = try await House()
        #expect(await Node(house).campus.keepSearch())
        var draft = CourseDraft.sample(label: "2")
        draft.modules[0].steps[1].title = "Four kinds of arguments"
        try await house.test.publish(draft)
        let second = await Node(house)
        #expect(try await second.found("four kinds").first == "Four kinds of arguments")
    }

    @Test func `an index of another build or encoder, or damaged in any way, is made anew`() async throws {
        let house = try await House()
        let first = await Node(house)
        _ = try await first.publish("A giraffe in the meeting?")
        await first.campus.tendSearch()
        while await first.campus.tendMeaning() {}
        #expect(await first.campus.keepSearch())
        let file = Node.file(house)
        let whole = try Data(contentsOf: file)
        let all = first.encodedTexts
        #expect(await Node(house).encodedTexts == 0)
        #expect(await Node(house, build: "2").encodedTexts == all)
        #expect(await Node(house, encoder: "other").encodedTexts == all)
        var flipped = whole
        flipped[whole.count / 2] ^= 1
        var early = whole
        early[3] ^= 1
        for damaged in [
            Data(), whole.prefix(10), whole.prefix(whole.count / 2), whole.dropLast(), whole + [0], flipped, early,
            Data("something else altogether, and long enough to be read as far as a digest goes".utf8),
        ] {
            try Data(damaged).write(to: file)
            #expect(try await first.campus.examine().map(\.code) == ["search-index-unusable"])
            let node = await Node(house)
            #expect(node.encodedTexts == all)
            #expect(try await node.found("giraffe").first == "A giraffe in the meeting?")
            // And a good one is in its place afterwards.
            #expect(await node.campus.keepSearch())
            #expect(await Node(house).encodedTexts == 0)
            #expect(try await first.campus.examine() == [])
        }
    }

    @Test func `a folder in its place is told, and search goes on`() async throws {
        let house = try await House()
        try FileManager.default.createDirectory(at: Node.file(house), withIntermediateDirectories: false)
        let node = await Node(house)
        #expect(try await node.found("kinds of reasons").first == "Three kinds of reasons")
        #expect(await node.campus.keepSearch())
        let found = try await node.campus.examine()
        #expect(found.map(\.code) == ["search-index-unusable"])
        #expect(found.first?.message.contains("a folder stands in its place") == true)
        try FileManager.default.removeItem(at: Node.file(house))
        #expect(await node.campus.keepSearch())
        #expect(try await node.campus.examine() == [])
    }

    @Test(arguments: Backend.allCases)
    func `an index of another store is made anew, also of one that had the same history once`(
        _ backend: Backend
    ) async throws {
        let house = try await House(backend)
        let other = try await House(backend)
        let first = await Node(house)
        #expect(await first.campus.keepSearch())
        let stranger = await Node(other, file: Node.file(house))
        #expect(stranger.encodedTexts == first.encodedTexts)
        #expect(try await stranger.campus.examine().map(\.message).first?.contains("another store") == true)
        // The store goes back to what it was, and comes to the same number of changes by another way.
        let database = house.test.campus.database
        let marks = try await database.read { try SettingStore.value("search-marks", $0) }
        _ = try await first.publish("A giraffe in the meeting?")
        await first.campus.tendSearch()
        while await first.campus.tendMeaning() {}
        #expect(await first.campus.keepSearch())
        try await database.write { try SettingStore.set("search-marks", value: marks ?? "", $0) }
        #expect(await Node(house).encodedTexts == first.encodedTexts)
    }

    @Test func `where it cannot be written search goes on, and it is tried again`() async throws {
        let house = try await House()
        let folder = house.test.folder.url.appendingPathComponent("none")
        let file = folder.appendingPathComponent("search.index")
        let node = await Node(house, file: file)
        #expect(await node.campus.keepSearch())
        #expect(try await node.found("kinds of reasons").first == "Three kinds of reasons")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(await node.campus.keepSearch())
        #expect(FileManager.default.fileExists(atPath: file.path))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["search.index"])
        #expect(await Node(house, file: file).encodedTexts == 0)
    }

    @Test func `what waits to be encoded is not kept without its vectors`() async throws {
        let house = try await House()
        let node = await Node(house)
        #expect(await node.campus.keepSearch())
        _ = try await node.publish("A giraffe in the meeting?")
        await node.campus.tendSearch()
        #expect(await !node.campus.keepSearch())
        while await node.campus.tendMeaning() {}
        #expect(await node.campus.keepSearch())
    }
}
