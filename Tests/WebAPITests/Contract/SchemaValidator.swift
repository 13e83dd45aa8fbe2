import Foundation

@testable import WebAPI

/// Holds a document against a JSON Schema (2020-12), as far as `Schema` can say anything. What it does not know fails.
struct SchemaValidator {
    private static let known: Set<String> = [
        "type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "enum", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "format", "anyOf", "description",
    ]

    /// What is wrong, each with the place in the document; empty when it is as the schema says.
    static func problems(_ value: JSONValue, _ schema: Schema) -> [String] {
        problems(value, schema.json, at: "")
    }

    private static func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        guard case .object(let words) = schema else { return ["\(place): the schema is no object"] }
        var found = words.keys.filter { !known.contains($0) }.map { "\(place): the schema's \($0) is unknown here" }
        if let types = words["type"], !allowed(types).contains(where: { fits(value, $0) }) {
            return found + [
                "\(place): \(value.typeName), where \(allowed(types).joined(separator: " or ")) was promised"
            ]
        }
        if case .array(let values)? = words["enum"], !values.contains(value) {
            found.append("\(place): a value that is not among those promised")
        }
        if case .array(let choices)? = words["anyOf"],
            !choices.contains(where: { problems(value, $0, at: place).isEmpty })
        {
            found.append("\(place): fits none of the shapes promised")
        }
        switch value {
        case .object(let fields): found += problems(of: fields, words, at: place)
        case .array(let items): found += problems(of: items, words, at: place)
        case .string(let text): found += problems(of: text, words, at: place)
        case .integer(let number): found += problems(of: Double(number), words, at: place)
        case .number(let number): found += problems(of: number, words, at: place)
        case .null, .bool: break
        }
        return found
    }

    private static func allowed(_ types: JSONValue) -> [String] {
        switch types {
        case .string(let type): [type]
        case .array(let types): types.compactMap(\.text)
        default: []
        }
    }

    private static func fits(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer), ("number", .number),
            ("string", .string), ("array", .array), ("object", .object):
            true
        default: false
        }
    }

    private static func problems(
        of fields: [String: JSONValue], _ words: [String: JSONValue], at place: String
    ) -> [String] {
        var declared: [String: JSONValue] = [:]
        if case .object(let properties)? = words["properties"] { declared = properties }
        var found: [String] = []
        for name in words["required"]?.items.compactMap(\.text) ?? [] where fields[name] == nil {
            found.append("\(place)/\(name): promised, and not there")
        }
        for (name, value) in fields {
            if let schema = declared[name] {
                found += problems(value, schema, at: "\(place)/\(name)")
            } else if case .object? = words["additionalProperties"], let schema = words["additionalProperties"] {
                found += problems(value, schema, at: "\(place)/\(name)")
            } else if words["additionalProperties"] == false {
                found.append("\(place)/\(name): not declared")
            }
        }
        return found
    }

    private static func problems(
        of items: [JSONValue], _ words: [String: JSONValue], at place: String
    ) -> [String] {
        var found: [String] = []
        if case .integer(let most)? = words["maxItems"], items.count > most {
            found.append("\(place): \(items.count) items, at most \(most) were promised")
        }
        if case .integer(let least)? = words["minItems"], items.count < least {
            found.append("\(place): \(items.count) items, at least \(least) were promised")
        }
        if let schema = words["items"] {
            for (index, item) in items.enumerated() { found += problems(item, schema, at: "\(place)/\(index)") }
        }
        return found
    }

    private static func problems(of text: String, _ words: [String: JSONValue], at place: String) -> [String] {
        var found: [String] = []
        if case .integer(let least)? = words["minLength"], text.count < least { found.append("\(place): too short") }
        if case .integer(let most)? = words["maxLength"], text.count > most { found.append("\(place): too long") }
        let pattern: String? =
            switch words["format"]?.text {
            case "date-time": #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"#
            case "date": #"^\d{4}-\d\d-\d\d$"#
            case nil: words["pattern"]?.text
            case let format?: "the format \(format) is unknown here"
            }
        if let pattern, text.range(of: pattern, options: .regularExpression) == nil {
            found.append("\(place): \"\(text)\" does not match \(pattern)")
        }
        return found
    }

    private static func problems(of number: Double, _ words: [String: JSONValue], at place: String) -> [String] {
        func bound(_ name: String) -> Double? {
            switch words[name] {
            case .integer(let whole)?: Double(whole)
            case .number(let real)?: real
            default: nil
            }
        }
        var found: [String] = []
        if let least = bound("minimum"), number < least { found.append("\(place): less than \(least)") }
        if let most = bound("maximum"), number > most { found.append("\(place): more than \(most)") }
        return found
    }
}
