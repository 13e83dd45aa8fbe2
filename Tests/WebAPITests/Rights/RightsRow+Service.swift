@testable import WebAPI

extension RightsRow {
    static let service = [
        RightsRow(.get, "/healthz", everybody: "200", anonymous: 200),
        RightsRow(.get, "/readyz", everybody: "200", anonymous: 200),
        RightsRow(.get, "/openapi.json", everybody: "200", anonymous: 200),
        RightsRow(
            .get, "/metrics", learner: "403", manager: "403", trainer: "403", leader: "403", admin: "200"),
        RightsRow(.get, "/v1/limits", everybody: "200", anonymous: 200),
        RightsRow(
            .get, "/v1/audit", learner: "200 404 404", manager: "200 404 404", trainer: "200 404 404",
            leader: "200 404 404", admin: "200"
        ) { Request(path: "/v1/audit?person=\($0.subject.id)") },
    ]
}
