import CoursePackage
import Foundation
import Testing

@Suite struct StarterTests {
    @Test func `the starter is read without a finding, advice included`() throws {
        let scratch = try Scratch()
        let folder = scratch.url.appending(path: "Listen & learn")
        #expect(try Starter.write(to: folder) == ["curriculum.xml", "files/question-card.md"])
        let reading = PackageReader().read(folder.path)
        #expect(reading.findings == [])
        let draft = try #require(reading.draft)
        #expect(draft.key == "listen---learn")
        #expect(draft.title == "Listen & learn")
        #expect(Set(draft.modules.flatMap(\.steps).map(\.kind)).count == 8)
    }

    @Test func `it is what the schema asks for`() throws {
        let scratch = try Scratch()
        let folder = scratch.url.appending(path: "price-talk")
        try Starter.write(to: folder, owner: "dana@example.org")
        let said = try Schema.validate(folder.appending(path: "curriculum.xml").path)
        #expect(said.status == 0, "\(said.errors)")
    }

    @Test func `a folder with something in it is left alone`() throws {
        let scratch = try Scratch()
        try scratch.write(["mine.txt": [1]], folder: "course")
        #expect(throws: StarterError.notEmpty) { try Starter.write(to: scratch.url.appending(path: "course")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("course")) == ["mine.txt"])
    }
}
