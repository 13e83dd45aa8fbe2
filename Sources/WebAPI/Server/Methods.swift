import HTTPTypes
import Hummingbird

/// What an address of the API answers beside the operations of the URL table.
enum Methods {
    /// The methods that are refused by name where an address does not take them.
    private static let known: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]

    /// Has every address answer OPTIONS with what it takes (RFC 9110 §9.3.7), and refuse the rest with the same list.
    static func complete(_ router: Router<CornermanContext>) {
        for (path, routes) in Dictionary(grouping: Routes.all, by: \.path) {
            let allowed = Self.allowed(routes.map(\.method))
            router.on(RouterPath(path), method: .options) { _, _ in
                Response(status: .noContent, headers: [.allow: list(allowed)])
            }
            for method in known where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw MethodRefusal(allowed: allowed)
                }
            }
        }
    }

    /// What an address takes that has operations for these.
    private static func allowed(_ methods: [HTTPRequest.Method]) -> Set<HTTPRequest.Method> {
        Set(methods + (methods.contains(.get) ? [.head] : []) + [.options])
    }

    /// As `Allow` has it.
    static func list(_ methods: Set<HTTPRequest.Method>) -> String {
        methods.map(\.rawValue).sorted().joined(separator: ", ")
    }
}

/// An address that does not take this method (RFC 9110 §15.5.6).
struct MethodRefusal: Error {
    let allowed: Set<HTTPRequest.Method>
}
