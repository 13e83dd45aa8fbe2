import HTTPTypes

/// The URL table: every address of the API, in the order in which a reader meets them.
enum Routes {
    static let all: [Route] =
        service

    /// How the program is, and what it promises.
    static let service: [Route] = [
        Route(.get, "/healthz", Service.health),
        Route(.get, "/readyz", Service.ready),
        Route(.get, "/openapi.json", Service.document),
        Route(.get, "/v1/limits", Service.limits),
    ]
}
