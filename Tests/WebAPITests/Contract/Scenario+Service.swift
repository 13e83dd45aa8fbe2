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
        Scenario("every limit is stated", .get, "/v1/limits", status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["data"].items.count == Limits.all.count)
        },
    ]
}
