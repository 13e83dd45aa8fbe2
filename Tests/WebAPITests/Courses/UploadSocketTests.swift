import Foundation
import Learning
import TestKit
import Testing

@testable import WebAPI

/// Uploads over a real connection.
@Suite struct UploadSocketTests {
    private func head(_ token: String, _ length: String) -> Data {
        Data(
            """
            POST /v1/imports?file_name=a.zip HTTP/1.1\r
            Host: a\r
            Authorization: Bearer \(token)\r
            \(length)\r
            \r

            """.utf8)
    }

    private func left(_ test: TestCampus) async throws -> (files: [String], jobs: Int) {
        let jobs = try await test.campus.imports(page: Page(limit: 10), by: .operator)
        return (try FileManager.default.contentsOfDirectory(atPath: test.campus.incoming.path), jobs.count)
    }

    @Test(arguments: ["Content-Length: 2000000", "Transfer-Encoding: chunked"])
    func `an upload that is cut off leaves nothing and starts nothing`(length: String) async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tom", roles: [.trainer]).token
        let body = Data(repeating: UInt8(ascii: "x"), count: 600_000)
        let request =
            head(token, length)
            + (length.hasPrefix("T") ? Data("927C0\r\n".utf8) + body + Data("\r\n".utf8) : body)
        let text = try await RunningServer.with(test) { port in
            try await RawConnection(port: port).exchange(request, breaksOff: true)
        }
        #expect(!text.contains(" 202 "))
        let (files, jobs) = try await left(test)
        #expect(files == [])
        #expect(jobs == 0)
    }

    @Test func `an upload in chunks is kept whole`() async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tom", roles: [.trainer]).token
        let chunk = Data("927C0\r\n".utf8) + Data(repeating: UInt8(ascii: "x"), count: 600_000) + Data("\r\n".utf8)
        let request =
            head(token, "Connection: close\r\nTransfer-Encoding: chunked") + chunk + chunk + Data("0\r\n\r\n".utf8)
        let text = try await RunningServer.with(test) { port in
            try await RawConnection(port: port).exchange(request)
        }
        #expect(text.hasPrefix("HTTP/1.1 202 "))
        #expect(text.contains("\"size\":1200000"))
    }

    @Test func `a client that waits before it sends is told to go on, and not when it is refused`() async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tom", roles: [.trainer]).token
        let waiting = "Expect: 100-continue\r\nContent-Length: 9"
        let taken = head(token, "\(waiting)\r\nConnection: close") + Data("123456789".utf8)
        let refused = head("cms_dead", waiting)
        let texts = try await RunningServer.with(test) { port in
            (
                try await RawConnection(port: port).exchange(taken),
                try await RawConnection(port: port).exchange(refused)
            )
        }
        #expect(texts.0.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 "), "\(texts.0)")
        #expect(texts.1.hasPrefix("HTTP/1.1 401 "), "\(texts.1)")
        #expect(texts.1.lowercased().contains("connection: close"))
    }

    @Test func `an upload that announces too much is refused before it is sent`() async throws {
        let test = try await TestCampus()
        let token = try await test.person("Tom", roles: [.trainer]).token
        let request = head(token, "Content-Length: \(Limits.upload.value + 1)") + Data(repeating: 0, count: 3_000_000)
        let text = try await RunningServer.with(test) { port in
            try await RawConnection(port: port).exchange(request)
        }
        #expect(text.hasPrefix("HTTP/1.1 413 "))
        #expect(text.contains("(upload)"))
        #expect(text.lowercased().contains("connection: close"))
    }
}
