import Foundation
import TestKit
import Testing

/// What commands print, as it arrives in a pipe.
@Suite struct OutputTests {
    @Test func `serve tells at once how to begin and where it is`() throws {
        let folder = try TemporaryFolder()
        let server = try RunningProgram(
            Program(data: folder.url),
            [
                "serve", "--port", "0", "--content-port", "0", "--public-url", "http://127.0.0.1:9", "--content-url",
                "http://localhost:9",
            ])
        defer { server.end() }
        let output = server.output(until: "http://127.0.0.1:9/#/setup/cmi_")
        let place = try #require(output.range(of: "Cornerman is at http://127.0.0.1:9/\n"))
        let link = try #require(output.range(of: "Make yourself one, within a day"))
        #expect(place.upperBound <= link.lowerBound)
        #expect(server.process.isRunning)
    }

    @Test func `seed tells what it loaded and who to be`() throws {
        let folder = try TemporaryFolder()
        let seeds = folder.url.appendingPathComponent("seeds")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        let files = [
            "people.csv": "external_id,name,email,roles\n1,Ada,ada@example.com,admin\n2,Tom,tom@example.com,trainer\n",
            "answers.csv": "key,question,text,owner\na,Why?,Because.,2\n",
            "organization.json": """
            {"start_days_ago": 9, "enrollments": [], "events": [], "attempts": [], "searches": [], "feedback": [],
             "questions": [{"person": "1", "text": "Who?", "days_ago": 2, "answered_by": "2", "answer": "We."}]}
            """,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: seeds.appendingPathComponent(name)) }
        let cornerman = Program(data: folder.url.appendingPathComponent("data"))
        let first = try cornerman("seed", seeds.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.lines.prefix(2) == [
                "Loaded 2 people, 0 courses, 1 answer.", "They did: 1 question asked, 1 question answered.",
            ])
        #expect(first.lines.contains("  admin    ada@example.com"))
        let second = try cornerman("seed", seeds.path)
        #expect(second.lines.first == "The starter organization is there already; nothing was changed.")
        #expect(second.lines.dropFirst() == first.lines.dropFirst(2))
    }
}
