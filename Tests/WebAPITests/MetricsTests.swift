import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import NIOCore
import TestKit
import Testing

@testable import WebAPI

/// `GET /metrics`, as a collector reads it.
@Suite struct MetricsTests {
    /// The samples of a text: name and labels, and the value.
    private func samples(_ text: String) throws -> [String: Double] {
        var samples: [String: Double] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let space = try #require(line.lastIndex(of: " "), "no value in \(line)")
            let name = String(line[..<space])
            #expect(samples[name] == nil, "\(name) comes twice")
            let value: Double = try #require(Double(line[line.index(after: space)...]), "no number in \(line)")
            samples[name] = value
        }
        return samples
    }

    private func read(_ stage: Stage) async throws -> [String: Double] {
        try samples(try await stage.client.send(.get, "/metrics", token: stage.member(.admin).token).text)
    }

    @Test func `requests are counted by route, method and class, and never by address`() async throws {
        let stage = try await Stage()
        for _ in 0..<3 { _ = try await stage.client.send(.get, "/v1/limits") }
        _ = try await stage.client.send(.get, "/v1/courses/crs_0", token: stage.member(.admin).token)
        _ = try await stage.client.send(.get, "/v1/nothing-of-the-kind?q=secret")
        let text = try await stage.client.send(.get, "/metrics", token: stage.member(.admin).token).text
        let all = try samples(text)
        let name = "cornerman_http_request_duration_seconds"
        #expect(all["\(name)_count{route=\"/v1/limits\",method=\"GET\",status=\"2xx\"}"] == 3)
        #expect(all["\(name)_bucket{route=\"/v1/limits\",method=\"GET\",status=\"2xx\",le=\"+Inf\"}"] == 3)
        #expect(all["\(name)_count{route=\"/v1/courses/{id}\",method=\"GET\",status=\"4xx\"}"] == 1)
        #expect(!text.contains("secret") && !text.contains("nothing-of-the-kind") && !text.contains("crs_0"))
    }

    @Test func `every family is described once, and buckets rise to the count`() async throws {
        let stage = try await Stage()
        _ = try await stage.client.send(.get, "/v1/limits")
        let text = try await stage.client.send(.get, "/metrics", token: stage.member(.admin).token).text
        let types = text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
            .map { $0.split(separator: " ") }
        #expect(Set(types.map { $0[2] }).count == types.count)
        let histograms = types.filter { $0[3] == "histogram" }.map { String($0[2]) }
        #expect(histograms.count == 3)
        for name in histograms {
            var last = 0.0
            for line in text.split(separator: "\n") where line.hasPrefix("\(name)_") {
                let value = try #require(Double(line.split(separator: " ").last ?? ""))
                if line.hasPrefix("\(name)_bucket") {
                    #expect(value >= last, "\(line)")
                    last = value
                } else if line.hasPrefix("\(name)_count") {
                    #expect(value == last, "\(line)")
                    last = 0
                }
            }
        }
    }

    @Test func `searches, events and what stands now are in it`() async throws {
        let stage = try await Stage()
        let before = try await read(stage)
        #expect(before["cornerman_search_duration_seconds_count"] == 0)
        #expect(before["cornerman_events_total{result=\"recorded\"}"] == 0)
        let learner = stage.member(.learner)
        _ = try await stage.client.send(.get, "/v1/search?q=price", token: learner.token)
        _ = try await stage.client.send(
            .post, "/v1/events", token: learner.token,
            json: [
                "events": [
                    [
                        "id": .string(UUID().uuidString.lowercased()),
                        "enrollment_id": "enr_00000000-0000-7000-8000-000000000000", "activity": "a",
                        "verb": "opened", "occurred_at": "2026-03-02T09:00:00Z",
                    ]
                ]
            ])
        let after = try await read(stage)
        #expect(after["cornerman_search_duration_seconds_count"] == 1)
        #expect(after["cornerman_events_total{result=\"refused\"}"] == 1)
        #expect(after["cornerman_event_batch_size_sum"] == 1)
        #expect(after["cornerman_events_waiting"] == 0)
        #expect((after["cornerman_database_bytes"] ?? 0) > 10_000)
        #expect((after["process_resident_memory_bytes"] ?? 0) > 1_000_000)
        #expect(after["process_start_time_seconds"] == Double(TestClock.start.milliseconds) / 1000)
    }

    static let callers: [(peer: String, header: (name: String, value: String)?, isTaken: Bool)] = [
        ("127.0.0.1", nil, true),
        ("127.8.8.8", nil, true),
        ("::1", nil, true),
        ("10.0.0.7", nil, false),
        ("", nil, false),
        ("127.0.0.1", ("Authorization", "Bearer cmp_nothing"), false),
        ("127.0.0.1", ("X-Forwarded-For", "127.0.0.1"), false),
        ("127.0.0.1", ("Forwarded", "for=10.0.0.7"), false),
        ("127.0.0.1", ("X-Real-IP", "10.0.0.7"), false),
        ("10.0.0.7", ("X-Forwarded-For", "127.0.0.1"), false),
    ]

    @Test(arguments: callers)
    func `without a token only a direct caller on this machine is answered`(
        peer: String, header: (name: String, value: String)?, isTaken: Bool
    ) async throws {
        var headers = HTTPFields()
        if let header { headers[try #require(HTTPField.Name(header.name))] = header.value }
        let call = Call(
            campus: try await TestCampus().campus,
            request: Request(
                head: HTTPRequest(
                    method: .get, scheme: "http", authority: "a", path: "/metrics", headerFields: headers),
                body: .init(buffer: ByteBuffer())),
            parameters: Parameters(), requestID: "1", remoteAddress: peer, proxies: .onThisMachine)
        if isTaken {
            #expect(try await MetricsText.show.handle(call).status == .ok)
        } else {
            let refusal = await #expect(throws: Refusal.self) { _ = try await MetricsText.show.handle(call) }
            #expect(refusal?.kind == .unauthenticated)
        }
    }
}
