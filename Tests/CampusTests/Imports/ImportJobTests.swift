import Foundation
import Learning
import Persistence
import ServiceLifecycle
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct ImportJobTests {
    private func upload(_ text: String, _ test: TestCampus) async throws -> Identifier<ImportJob> {
        try await test.campus.receive(fileName: "small.xml", announced: nil, by: .operator) {
            try await $0.append(Array(text.utf8))
        }.id
    }

    @Test(arguments: Backend.allCases)
    func `a job ends with the course, its counts and its findings`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let id = try await upload(SamplePackage.curriculum(), test)
        #expect(try await test.campus.runNextImport())
        let record = try await test.campus.importJob(id, by: .operator)
        #expect(record.job.state == .ended)
        #expect(record.job.result == .created)
        #expect(record.job.title == "Small")
        #expect(record.job.counts == ImportCounts(modules: 1, activities: 2, answers: 1, files: 0))
        #expect(record.job.courseID != nil)
        #expect(record.job.versionID != nil)
        #expect(record.job.endedAt == test.clock.now)
        let missing = try #require(record.findings.first { $0.code == "missing-files" })
        #expect(missing.severity == .warning)
        #expect(missing.line == 10)
        #expect(missing.hint != nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
        #expect(try await test.campus.runNextImport() == false)
    }

    @Test(arguments: Backend.allCases)
    func `a refused package is a result with findings`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let id = try await upload("<curriculum xmlns=\"urn:cornerman:curriculum:1\" id=\"a\">", test)
        #expect(try await test.campus.runNextImport())
        let record = try await test.campus.importJob(id, by: .operator)
        #expect(record.job.result == .refused)
        #expect(record.findings.map(\.code) == ["bad-xml"])
        #expect(record.findings.first?.entry == "small.xml")
    }

    @Test(arguments: Backend.allCases)
    func `jobs run in the order in which they came, and the same content once`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let first = try await upload(SamplePackage.curriculum(), test)
        let second = try await upload(SamplePackage.curriculum(), test)
        while try await test.campus.runNextImport() {}
        let results = try await [first, second].asyncMap {
            try await test.campus.importJob($0, by: .operator).job.result
        }
        #expect(results == [.created, .unchanged])
    }

    /// Takes a job and is never heard of again.
    private func claimAndDie(_ test: TestCampus) async throws -> Identifier<ImportJob>? {
        let now = test.clock.now
        let job = try await test.campus.database.write { try ImportJobStore.claim(by: "gone", now: now, $0) }
        test.clock.advance(seconds: ImportJobStore.lease + 1)
        return job?.id
    }

    @Test(arguments: Backend.allCases)
    func `what a dead program had begun is begun again, three times at most`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let id = try await upload(SamplePackage.curriculum(), test)
        for _ in 1...2 {
            #expect(try await claimAndDie(test) == id)
            try await test.campus.sweep()
            #expect(try await test.campus.importJob(id, by: .operator).job.state == .waiting)
        }
        #expect(try await claimAndDie(test) == id)
        try await test.campus.sweep()
        let record = try await test.campus.importJob(id, by: .operator)
        #expect(record.job.result == .failed)
        #expect(record.findings.map(\.code) == ["import-crashed"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path) == [])
    }

    @Test func `a job whose end could not be written is taken up again`() async throws {
        let test = try await TestCampus()
        let id = try await upload(SamplePackage.curriculum(), test)
        let refusal = RefusingTrigger("UPDATE", on: "import_job", when: "NEW.state = 'ended'")
        try await test.campus.database.write { try refusal.set($0) }
        let unended = await #expect(throws: UnendedImport.self) { _ = try await test.campus.runNextImport() }
        #expect(unended?.id == id)
        #expect(try await test.campus.importJob(id, by: .operator).job.state == .running)
        try await test.campus.database.write { try refusal.lift($0) }
        try await test.campus.resumeImports(id)
        while try await test.campus.runNextImport() {}
        #expect(try await test.campus.importJob(id, by: .operator).job.result == .created)
    }

    @Test func `a job that a stop interrupts waits for the next start, and the stop counts as no try`() async throws {
        let test = try await TestCampus()
        let id = try await upload(SamplePackage.curriculum(), test)
        for _ in 1...4 {
            let stopped = Task {
                try? await Task.sleep(for: .seconds(3600))
                return try await test.campus.runNextImport()
            }
            stopped.cancel()
            #expect(try await stopped.value == false)
            #expect(try await test.campus.importJob(id, by: .operator).job.state == .waiting)
        }
        try await test.campus.sweep()
        #expect(try await test.campus.runNextImport())
        #expect(try await test.campus.importJob(id, by: .operator).job.result == .created)
    }

    @Test func `a job whose upload is gone is refused and says so`() async throws {
        let test = try await TestCampus(.sqliteMemory)
        let id = try await upload(SamplePackage.curriculum(), test)
        try FileManager.default.removeItem(at: test.campus.incoming.appendingPathComponent(id.text))
        #expect(try await test.campus.runNextImport())
        let record = try await test.campus.importJob(id, by: .operator)
        #expect(record.job.result == .refused)
        #expect(record.findings.map(\.code) == ["unreadable"])
    }

    @Test func `the service imports the courses folder and what is uploaded, until it is stopped`() async throws {
        let test = try await TestCampus(.sqliteFile)
        let folder = try TemporaryFolder()
        let shipped = folder.url.appendingPathComponent("shipped")
        try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
        try Data(SamplePackage.curriculum(key: "shipped").utf8).write(
            to: shipped.appendingPathComponent("curriculum.xml"))
        try Data("not a package".utf8).write(to: folder.url.appendingPathComponent("README.md"))
        let group = ServiceGroup(
            services: [ImportService(campus: test.campus, courses: folder.url)], logger: test.campus.logger)
        let running = Task { try await group.run() }
        let id = try await upload(SamplePackage.curriculum(), test)
        var state = ImportJob.State.waiting
        while state != .ended {
            try await Task.sleep(for: .milliseconds(10))
            state = try await test.campus.importJob(id, by: .operator).job.state
        }
        await group.triggerGracefulShutdown()
        try await running.value
        let courseKeys = try await test.campus.database.read {
            try $0.column("SELECT key FROM course ORDER BY key", of: String.self)
        }
        #expect(courseKeys == ["shipped", "small"])
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
