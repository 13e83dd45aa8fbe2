import Foundation
import Learning
import TestKit
import Testing

@testable import WebAPI

/// What only a real connection can show.
@Suite struct SocketTests {
    @Test func `requests over one connection are answered and their ids differ`() async throws {
        let test = try await TestCampus()
        let text = try await RunningServer.with(test) { port in
            let request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
            let last = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            return try await RawConnection(port: port).exchange(Data((request + last).utf8))
        }
        let ids = text.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("x-request-id:") }
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
        #expect(Set(ids).count == 2)
    }

    @Test func `a body over the limit is refused by name and the connection ends`() async throws {
        let test = try await TestCampus()
        let (person, token) = try await test.person("Ada", roles: [.admin])
        _ = person
        let text = try await RunningServer.with(test) { port in
            let length = Limits.requestBody.value + 1
            var request = Data(
                """
                POST /v1/people HTTP/1.1\r
                Host: a\r
                Authorization: Bearer \(token)\r
                Content-Type: application/json\r
                Content-Length: \(length)\r
                \r

                """.utf8)
            request.append(Data(repeating: UInt8(ascii: " "), count: length))
            request.append(Data("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            return try await RawConnection(port: port).exchange(request)
        }
        #expect(text.hasPrefix("HTTP/1.1 413 "))
        #expect(text.lowercased().contains("connection: close"))
        #expect(text.contains("request_body"))
        #expect(!text.contains("200 OK"), "what came behind the refused body was read as a request")
    }

    @Test func `headers beyond the limit are refused`() async throws {
        let test = try await TestCampus()
        let text = try await RunningServer.with(test) { port in
            let request = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 40_000))\r\n\r\n"
            return try await RawConnection(port: port).exchange(Data(request.utf8))
        }
        #expect(text.hasPrefix("HTTP/1.1 431 "))
        #expect(text.contains("\"code\":\"head-too-large\""))
    }

    /// Sent in one piece, and far longer than any buffer on the way: the client still reads why it was refused.
    @Test(arguments: [30_000, 100_000, 3_000_000])
    func `words that are too long for an address are refused in words`(length: Int) async throws {
        let test = try await TestCampus()
        let text = try await RunningServer.with(test) { port in
            let request = "GET /v1/search?q=\(String(repeating: "x", count: length)) HTTP/1.1\r\nHost: a\r\n\r\n"
            return try await RawConnection(port: port).exchange(Data(request.utf8))
        }
        #expect(text.hasPrefix("HTTP/1.1 431 "))
        #expect(text.lowercased().contains("content-type: application/problem+json"))
        #expect(text.lowercased().contains("connection: close"))
        #expect(text.contains("\"code\":\"head-too-large\"") && text.contains("1000 characters"))
        #expect(text.components(separatedBy: "HTTP/1.1 ").count == 2, "one reply")
    }

    @Test func `what is no HTTP is refused in words`() async throws {
        let test = try await TestCampus()
        let text = try await RunningServer.with(test) { port in
            try await RawConnection(port: port).exchange(Data("Hello there\r\n\r\n".utf8))
        }
        #expect(text.hasPrefix("HTTP/1.1 400 "))
        #expect(text.contains("\"code\":\"bad-http\""))
    }

    /// Or a server that is killed in between has sent a head, after which no proxy may ask another one.
    @Test func `a file of the page comes in one piece with its head`() async throws {
        let test = try await TestCampus()
        let replies = try await RunningServer.with(test) { port in
            let request = Data("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
            var replies: [[Data]] = []
            for _ in 0..<50 { replies.append(try await RawConnection(port: port).pieces(request)) }
            return replies
        }
        #expect(replies.count == 50)
        for pieces in replies {
            #expect(String(decoding: pieces.first ?? Data(), as: UTF8.self).contains("</html>"))
        }
    }
}
