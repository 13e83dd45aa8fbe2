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

    /// What an address takes; nil where there is none of the API.
    static func allowed(at path: String) -> Set<HTTPRequest.Method>? {
        let parts = path.split(separator: "/")
        // A path in full goes before one with braces that it fits too.
        let exact = Routes.all.filter { $0.path == path }
        let methods = (exact.isEmpty ? Routes.all : exact).filter { route in
            let pattern = route.path.split(separator: "/")
            return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.map(\.method)
        return methods.isEmpty ? nil : allowed(methods)
    }

    /// As `Allow` has it.
    static func list(_ methods: Set<HTTPRequest.Method>) -> String {
        methods.map(\.rawValue).sorted().joined(separator: ", ")
    }
}

/// Refuses methods that no address takes, like QUERY, with what the address takes: there are more of them than can be named.
struct UnknownMethods: RouterMiddleware {
    typealias Context = CornermanContext

    func handle(
        _ request: Request, context: CornermanContext,
        next: @concurrent (Request, CornermanContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            guard let allowed = Methods.allowed(at: request.uri.path) else { throw error }
            throw MethodRefusal(allowed: allowed)
        }
    }
}

/// An address that does not take this method (RFC 9110 §15.5.6).
struct MethodRefusal: Error {
    let allowed: Set<HTTPRequest.Method>
}
