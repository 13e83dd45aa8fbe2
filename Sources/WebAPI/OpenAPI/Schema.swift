/// A JSON Schema (2020-12), as OpenAPI 3.1 takes it.
struct Schema: Sendable {
    let json: JSONValue

    /// An object with these fields and no others; a field whose name ends in `?` may be left out.
    static func object(_ fields: KeyValuePairs<String, Schema>) -> Schema {
        var properties: [String: JSONValue] = [:]
        var required: [JSONValue] = []
        for (name, schema) in fields {
            let bare = name.hasSuffix("?") ? String(name.dropLast()) : name
            properties[bare] = schema.json
            if bare == name { required.append(.string(name)) }
        }
        var json: [String: JSONValue] = [
            "type": "object", "properties": .object(properties), "additionalProperties": false,
        ]
        if !required.isEmpty { json["required"] = .array(required) }
        return Schema(json: .object(json))
    }

    /// An object with these fields as well.
    func with(_ fields: KeyValuePairs<String, Schema>) -> Schema {
        guard case .object(var json) = json, case .object(let more) = Schema.object(fields).json else { return self }
        if case .object(let mine)? = json["properties"], case .object(let new)? = more["properties"] {
            json["properties"] = .object(mine.merging(new) { _, new in new })
        }
        if case .array(let new)? = more["required"] {
            if case .array(let mine)? = json["required"] {
                json["required"] = .array(mine + new.filter { !mine.contains($0) })
            } else {
                json["required"] = .array(new)
            }
        }
        return Schema(json: .object(json))
    }

    /// An object whose keys are data.
    static func map(_ values: Schema) -> Schema {
        Schema(json: ["type": "object", "additionalProperties": values.json])
    }

    static func array(_ items: Schema, min: Int? = nil, max: Int? = nil) -> Schema {
        var json: [String: JSONValue] = ["type": "array", "items": items.json]
        if let min { json["minItems"] = .integer(min) }
        if let max { json["maxItems"] = .integer(max) }
        return Schema(json: .object(json))
    }

    static let string = Schema(json: ["type": "string"])

    static func string(_ length: ClosedRange<Int>) -> Schema {
        Schema(
            json: [
                "type": "string", "minLength": .integer(length.lowerBound), "maxLength": .integer(length.upperBound),
            ])
    }

    static let integer = Schema(json: ["type": "integer"])

    static func integer(_ range: ClosedRange<Int>) -> Schema {
        Schema(
            json: ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)])
    }

    static let number = Schema(json: ["type": "number"])

    static func number(_ range: ClosedRange<Double>) -> Schema {
        Schema(json: ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)])
    }

    /// A file, as it is.
    static let bytes = Schema(json: ["type": "string", "contentEncoding": "binary", "minLength": 1])

    static let boolean = Schema(json: ["type": "boolean"])
    static let time = Schema(json: ["type": "string", "format": "date-time"])
    static let date = Schema(json: ["type": "string", "format": "date"])

    /// A UUID in any case.
    static let uuid = Schema(
        json: [
            "type": "string", "format": "uuid",
            "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
        ])
    static let email: Schema = {
        let part = "[^@\\s\\u0000-\\u001f\\u007f-\\u009f]+"
        return Schema(
            json: ["type": "string", "minLength": 3, "maxLength": 254, "pattern": .string("^\(part)@\(part)$")])
    }()
    static let timeZone = Schema(json: ["type": "string", "format": "time-zone"]).described("An IANA name.")
    static let clockTime = Schema(json: ["type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"]).described(
        "A time of day, HH:MM.")
    static let languageTag = Schema(
        json: ["type": "string", "maxLength": 35, "pattern": "^[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8})*$"]
    ).described("A BCP 47 tag.")
    static let dayOrNow = Schema(json: ["anyOf": [date.json, ["const": "now"]]])

    /// One of these words.
    static func words(_ words: some Sequence<String>) -> Schema {
        Schema(json: ["type": "string", "enum": .array(words.map { .string($0) })])
    }

    /// One of an enum's raw values.
    static func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Schema
    where Value.RawValue == String {
        words(Value.allCases.map(\.rawValue))
    }

    /// An id with this prefix.
    static func id(_ prefix: String) -> Schema {
        Schema(
            json: [
                "type": "string",
                "pattern": .string("^\(prefix)_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
            ])
    }

    /// A page of a list of these.
    static func listing(_ row: Schema) -> Schema {
        .object(["data": .array(row), "has_more": .boolean, "next": .string.nullable])
    }

    /// This or null.
    var nullable: Schema {
        guard case .object(var json) = json, case .string(let type)? = json["type"] else {
            if case .object(let json) = json, case .array(let types)? = json["type"], types.contains("null") {
                return self
            }
            return Schema(json: ["anyOf": [self.json, ["type": "null"]]])
        }
        json["type"] = [.string(type), "null"]
        if case .array(let words)? = json["enum"] { json["enum"] = .array(words + [.null]) }
        return Schema(json: .object(json))
    }

    /// The same where null says as much as leaving a field out: what every field of a new thing does that is not edited.
    var orNulls: Schema {
        guard case .object(var json) = json else { return self }
        if let items = json["items"] { json["items"] = Schema(json: items).orNulls.json }
        if case .object(let properties)? = json["properties"] {
            var required: Set<JSONValue> = []
            if case .array(let names)? = json["required"] { required = Set(names) }
            json["properties"] = .object(
                Dictionary(
                    uniqueKeysWithValues: properties.map { name, schema in
                        let inner = Schema(json: schema).orNulls
                        return (name, required.contains(.string(name)) ? inner.json : inner.nullable.json)
                    }))
        }
        return Schema(json: .object(json))
    }

    func described(_ text: String) -> Schema {
        guard case .object(var json) = json else { return self }
        json["description"] = .string(text)
        return Schema(json: .object(json))
    }

    static let problem = Schema.object([
        "type": .string, "title": .string, "status": .integer, "detail": .string, "code": .string,
        "request_id": .string,
        "errors?": .array(detail),
    ])

    /// One thing that is wrong, with its place.
    static let detail = Schema.object([
        "pointer": .string, "code": .string, "message": .string,
        "line?": Schema.integer.described("In a file."), "column?": Schema.integer.described("In a file."),
    ])
}
