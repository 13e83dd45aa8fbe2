@testable import WebAPI

extension RightsRow {
    static let service = [
        RightsRow(.get, "/healthz", everybody: "200", anonymous: 200),
        RightsRow(.get, "/readyz", everybody: "200", anonymous: 200),
        RightsRow(.get, "/openapi.json", everybody: "200", anonymous: 200),
        RightsRow(.get, "/v1/limits", everybody: "200", anonymous: 200),
    ]
}
