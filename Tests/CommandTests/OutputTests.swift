import Foundation
import TestKit
import Testing

/// What commands print, as it arrives in a pipe.
@Suite struct OutputTests {
    @Test func `serve tells at once how to begin and where it is`() throws {
        let folder = try TemporaryFolder()
        let process = Program(data: folder.url).process([
            "serve", "--port", "0", "--content-port", "0", "--public-url",
            "http://127.0.0.1:9", "--content-url", "http://localhost:9",
        ])
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        // One that keeps its lines back is ended after a while, so that the test does not wait for ever: what it then still
        // tells comes too late.
        let deadline = DispatchWorkItem { [id = process.processIdentifier] in kill(id, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: deadline)
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains("Cornerman is at http://127.0.0.1:9/\n") {
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { break }
            said.append(more)
        }
        deadline.cancel()
        let output = String(decoding: said, as: UTF8.self)
        #expect(output.contains("Make yourself one, within a day"))
        #expect(output.contains("http://127.0.0.1:9/#/setup/cmi_"))
        #expect(output.hasSuffix("Cornerman is at http://127.0.0.1:9/\n"))
        #expect(process.isRunning)
        process.terminate()
        process.waitUntilExit()
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
