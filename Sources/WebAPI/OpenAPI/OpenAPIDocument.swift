import HTTPTypes

/// The OpenAPI 3.1 document, made from the URL table.
enum OpenAPIDocument {
    static func make(routes: [Route], version: String) -> JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        let changeable = Set(
            routes.filter { route in route.operation.items.contains { $0.name == Operation.Item.ifMatch.name } }.map(
                \.path))
        for route in routes {
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] = operation(
                route, hasETag: changeable.contains(route.path))
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Cornerman", "version": .string(version),
                "description":
                    "Training, practice and coaching for people who change how they work, and a place to find answers.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths.mapValues { .object($0) }),
            "components": [
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Problem": Schema.problem.json],
            ],
        ]
    }

    private static func operation(_ route: Route, hasETag: Bool) -> JSONValue {
        let operation = route.operation
        var json: [String: JSONValue] = [
            "operationId": .string(identifier(route)),
            "summary": .string(operation.summary),
            "description": .string("Who: \(operation.who)"),
            "tags": [.string(tag(route.path))],
            "security": operation.needsSignIn ? [["bearer": []]] : [],
            "parameters": .array(pathParameters(route.path) + operation.items.map(parameter)),
            "responses": .object(responses(operation, hasETag: hasETag)),
        ]
        if let body = operation.body {
            var types: [String: JSONValue] = [:]
            for content in [body] + operation.otherBodies { types[content.type] = ["schema": content.schema.json] }
            json["requestBody"] = ["required": .bool(body.isRequired), "content": .object(types)]
        }
        return .object(json)
    }

    private static func responses(_ operation: Operation, hasETag: Bool) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        for (status, replies) in Dictionary(grouping: operation.replies, by: \.status) {
            var response: [String: JSONValue] = ["description": "Done."]
            var types: [String: JSONValue] = [:]
            for content in replies.compactMap(\.content) { types[content.type] = ["schema": content.schema.json] }
            if !types.isEmpty { response["content"] = .object(types) }
            var headers: [String: JSONValue] = [:]
            if status == 201 || status == 202 { headers["Location"] = header("Where it is from now on.") }
            if hasETag, status < 300, !types.isEmpty { headers["ETag"] = header("Its state, for If-Match.") }
            if !headers.isEmpty { response["headers"] = .object(headers) }
            responses["\(status)"] = .object(response)
        }
        for status in operation.refusalStatuses {
            var response: [String: JSONValue] = [
                "description": "Refused.",
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ]
            if status == 429 || status == 503 {
                response["headers"] = ["Retry-After": header("Seconds until it is worth another try.")]
            }
            responses["\(status)"] = .object(response)
        }
        return responses
    }

    private static func header(_ meaning: String) -> JSONValue {
        ["description": .string(meaning), "schema": ["type": "string"]]
    }

    private static func parameter(_ item: Operation.Item) -> JSONValue {
        [
            "name": .string(item.name), "in": .string(item.place.rawValue), "required": .bool(item.isRequired),
            "description": .string(item.meaning), "schema": item.schema.json,
        ]
    }

    private static func pathParameters(_ path: String) -> [JSONValue] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            [
                "name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true,
                "schema": ["type": "string"],
            ]
        }
    }

    private static func tag(_ path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.first == "v1" && parts.count > 1 ? String(parts[1]) : "service"
    }

    private static func identifier(_ route: Route) -> String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return route.method.rawValue.lowercased() + words.joined()
    }
}
