import HTTPTypes
import Hummingbird
import Learning

/// An error as the API says it (RFC 9457, `application/problem+json`).
struct Problem: Encodable {
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    let code: String
    let requestID: String
    let errors: [Refusal.Detail]?

    init(_ refusal: Refusal, status: HTTPResponse.Status, requestID: String) {
        title = status.reasonPhrase
        self.status = status.code
        detail = refusal.message
        code = refusal.code
        self.requestID = requestID
        errors = refusal.details.isEmpty ? nil : refusal.details
    }
}

extension Refusal.Kind {
    /// The one place where a refusal becomes a status.
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .missing: .notFound
        case .conflict: .conflict
        case .preconditionRequired: .preconditionRequired
        case .stale: .preconditionFailed
        case .tooLarge: .contentTooLarge
        case .unsupported: .unsupportedMediaType
        case .throttled: .tooManyRequests
        case .gone: .gone
        case .unavailable: .serviceUnavailable
        }
    }
}
