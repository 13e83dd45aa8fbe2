import Foundation
import Learning
import Persistence
import Store
import TestKit
import Testing

@testable import Campus

@Suite struct UploadTests {
    private func incoming(_ test: TestCampus) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path)
    }

    private func jobs(_ test: TestCampus) async throws -> Int {
        try await test.campus.imports(page: Page(limit: 10), by: .operator).count
    }

    @Test(arguments: Backend.allCases)
    func `an upload is kept as it came, with its digest, and waits`(backend: Backend) async throws {
        let test = try await TestCampus(backend)
        let bytes = [UInt8](repeating: 7, count: 1_000_000)
        let job = try await test.campus.receive(fileName: "big.zip", announced: bytes.count, by: .operator) { upload in
            for start in stride(from: 0, to: bytes.count, by: 70_000) {
                try await upload.append(bytes[start..<min(start + 70_000, bytes.count)])
            }
        }
        #expect(job.state == .waiting)
        #expect(job.size == bytes.count)
        #expect(job.digest == "30bd6d97affa9196b48cf4f86569c1a6a2d2fcf7d8c25771526f5e5596e7ae2e")
        let file = try await test.campus.upload(of: job)
        #expect(try Data(contentsOf: file) == Data(bytes))
    }

    @Test(arguments: [
        (nil, 0, "empty"), (10, 9, "cut-off"), (10, 11, "cut-off"), (1001, 5, "too-large"), (nil, 1001, "too-large"),
    ])
    func `an upload that is not whole leaves nothing and starts nothing`(
        _ sample: (announced: Int?, comes: Int, code: String)
    ) async throws {
        let test = try await TestCampus()
        let refusal = await #expect(throws: Refusal.self) {
            try await test.campus.receive(
                fileName: "a.zip", announced: sample.announced, limit: Limit("upload", 1000, "bytes", "a package"),
                by: .operator
            ) { upload in
                for _ in 0..<sample.comes { try await upload.append([1]) }
            }
        }
        #expect(refusal?.code == sample.code)
        #expect(try incoming(test) == [])
        #expect(try await jobs(test) == 0)
    }

    @Test func `a connection that breaks leaves nothing and starts nothing`() async throws {
        struct Broken: Error {}
        let test = try await TestCampus()
        await #expect(throws: Broken.self) {
            try await test.campus.receive(fileName: "a.zip", announced: nil, by: .operator) { upload in
                try await upload.append([UInt8](repeating: 1, count: 600_000))
                throw Broken()
            }
        }
        #expect(try incoming(test) == [])
        #expect(try await jobs(test) == 0)
    }

    @Test func `who may not import is refused before a byte is read`() async throws {
        let test = try await TestCampus()
        let learner = try await test.person("Lea")
        let reader = try await test.person("Tom", roles: [.trainer], scope: .read)
        for (token, code) in [(learner.token, "not-allowed"), (reader.token, "read-only-token")] {
            let refusal = await #expect(throws: Refusal.self) {
                try await test.campus.receive(fileName: "a.zip", announced: nil, by: .token(token)) { _ in
                    Issue.record("the body is read")
                }
            }
            #expect(refusal?.code == code)
        }
    }

    @Test func `a full disk is told as one`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let file = IncomingFile(full)
        let error = #expect(throws: StoreError.self) { try file.write(Data([1, 2, 3])) }
        #expect(error?.kind == .full)
    }

    @Test(arguments: [
        ("a.zip", "a.zip"), ("C:\\courses\\a b.zip", "a b.zip"), ("../../etc/passwd", "passwd"), ("..", "package"),
        ("", "package"), ("a\u{0}\u{7}b", "ab"), (".hidden", "hidden"),
        (String(repeating: "ü", count: 200), String(repeating: "ü", count: 50)),
    ])
    func `a file's name on disk is harmless`(_ sample: (name: String, safe: String)) {
        #expect(PackageName.safe(sample.name) == sample.safe)
    }
}
