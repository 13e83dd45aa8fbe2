import Testing

@testable import WebAPI

@Suite struct SchemaValidatorTests {
    private static let schema = Schema.object([
        "id": .id("per"), "name": .string(1...5), "kind": .words(["a", "b"]).nullable, "age?": .integer(0...9),
        "share?": .number(0...1), "at?": .time, "on?": .date, "list?": .array(.boolean, max: 2),
        "deep?": .object(["x": .integer]).nullable, "any?": .map(.integer), "flag?": .boolean,
    ])
    private static let id: JSONValue = "per_018f0000-0000-7000-8000-000000000000"

    @Test func `what was promised passes`() {
        let value: JSONValue = [
            "id": Self.id, "name": "Mia", "kind": nil, "age": 9, "share": 1, "at": "2026-03-02T09:00:00.000Z",
            "on": "2026-03-02", "list": [true, false], "deep": ["x": 1], "any": ["k": 2], "flag": false,
        ]
        #expect(SchemaValidator.problems(value, Self.schema) == [])
    }

    static let wrong: [(field: String, value: JSONValue)] = [
        ("undeclared", 1), ("id", "per_1"), ("id", "crs_018f0000-0000-7000-8000-000000000000"), ("name", ""),
        ("name", "toolong"), ("name", nil), ("kind", "c"), ("age", 10), ("age", "1"), ("age", nil),
        ("share", .number(1.5)), ("at", "2026-03-02"), ("on", "2026-03-02T09:00:00.000Z"), ("list", [1]),
        ("list", [true, true, true]), ("deep", ["x": 1, "y": 2]), ("deep", [:]), ("any", ["k": "v"]), ("flag", 0),
    ]

    @Test(arguments: wrong)
    func `what was not promised fails at its place`(field: String, value: JSONValue) throws {
        var fields: [String: JSONValue] = ["id": Self.id, "name": "Mia", "kind": "a"]
        fields[field] = value
        let problems = SchemaValidator.problems(.object(fields), Self.schema)
        let first = try #require(problems.first)
        #expect(problems.count == 1)
        #expect(first.hasPrefix("/\(field)"))
    }

    @Test func `what is promised must be there`() {
        #expect(
            SchemaValidator.problems(["id": Self.id, "name": "Mia"], Self.schema)
                == ["/kind: promised, and not there"])
    }

    @Test func `a word that the validator does not know fails`() {
        let problems = SchemaValidator.problems([], Schema(json: ["type": "array", "uniqueItems": true]))
        #expect(problems == [": the schema's uniqueItems is unknown here"])
    }
}

extension JSONValue: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}
