import Learning
import Testing

@testable import WebAPI

extension Scenario {
    static let service = [
        Scenario("the process runs", .get, "/healthz", status: 200),
        Scenario("requests can be served", .get, "/readyz", status: 200),
        Scenario("the API describes itself", .get, "/openapi.json", status: 200) { _ in
            Request()
        } check: { answer, _ in
            guard case .object(let paths) = answer.json["paths"] else { return #expect(Bool(false), "no paths") }
            #expect(Set(paths.keys) == Set(Routes.all.map(\.path)))
            #expect(answer.json["openapi"] == "3.1.0")
            let update = paths["/v1/courses/{id}"]?["patch"]["responses"]["200"]["headers"]
            #expect(update?["ETag"] != .null)
        },
        Scenario("an admin reads what is counted", .get, "/metrics", as: .admin, status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.text.contains("\ncornerman_build_info{version=\"\(WebServer.version)\"} 1\n"))
        },
        Scenario(
            "others do not", .get, "/metrics", as: .trainer, status: 403, code: "not-allowed"),
        Scenario("every limit is stated", .get, "/v1/limits", status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.count == Limits.all.count)
        },
        Scenario("an admin reads who changed what", .get, "/v1/audit", as: .admin, status: 200) { stage in
            let made = try await stage.test.publish(.sample(), by: stage.member(.trainer).id)
            try await stage.test.place(stage.member(.learner).person, in: made)
            return Request(path: "/v1/audit?limit=10")
        } check: { answer, stage in
            #expect(answer.json["data"].items.map { $0["verb"] } == ["enrolled", "version-published"])
            #expect(answer.json["data"][0]["person_name"] == "Lea Learner")
            #expect(answer.json["data"][1]["actor_name"] == "Tia Trainer")
        },
        Scenario("a subject that is empty", .get, "/v1/audit", as: .admin, status: 422, code: "required") { _ in
            Request(path: "/v1/audit?subject=")
        },
        Scenario("a verb that nothing has", .get, "/v1/audit", as: .admin, status: 422, code: "unknown-value") { _ in
            Request(path: "/v1/audit?verb=peeked")
        },
    ]
}
