import Foundation
import Testing

@testable import WebAPI

@Suite struct JSONWriterTests {
    struct Inner: Encodable {
        var courseTitle = "“Ends\" with \\ and \n\t\r\u{1} and 😀 é"
        var personID: Int? = nil
        var dueOn: String? = "2026-03-01"
        @Nullable var answeredAt: String?
    }

    struct Outer: Encodable {
        var isDone = true
        var numbers: [Double] = [0, 1, -2, 0.1, 1e-9, 1e300, 3.5, 9_007_199_254_740_991]
        var small: [Int8] = [-128, 127]
        var large: UInt64 = .max
        var none: [Inner] = []
        var nested: [[Inner]] = [[Inner(), Inner(answeredAt: "x")], []]
        var byAnyKey = ["someKey": Inner(), "a b": Inner(), "": Inner()]
        var counts = ["aB": [1: "numbers"]]
        var choice = Choice.one
        var optional: [Int?] = [1, nil]
        var nothing = Nothing()
    }

    enum Choice: String, Encodable { case one = "camelCase stays" }
    struct Nothing: Encodable {}

    final class Child: Parent {
        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(2, forKey: .ownField)
            var list = container.nestedUnkeyedContainer(forKey: .someList)
            try list.encode(1)
            var object = list.nestedContainer(keyedBy: Key.self)
            try object.encode("x", forKey: .ownField)
            var inner = list.nestedUnkeyedContainer()
            try inner.encodeNil()
            try super.encode(to: container.superEncoder())
        }
    }

    class Parent: Encodable {
        enum Key: CodingKey { case ownField, someList, parentField }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(1, forKey: .parentField)
        }
    }

    private func foundation(_ value: some Encodable) throws -> NSObject? {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let data = try encoder.encode(value)
        return try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject
    }

    private func ours(_ value: some Encodable) throws -> NSObject? {
        let data = Data(try JSONWriter.bytes(of: value))
        return try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) as? NSObject
    }

    @Test func `it says what Foundation says`() throws {
        #expect(try ours(Outer()) == foundation(Outer()))
        #expect(try ours(Child()) == foundation(Child()))
        #expect(try ours([Outer()]) == foundation([Outer()]))
        #expect(try ours("plain") == foundation("plain"))
        #expect(try ours([String: Int]()) == foundation([String: Int]()))
        #expect(try ours(JSONValue.object(["aB": .array([.null, .number(1.5)])])) != nil)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func `a number that JSON lacks is refused`(number: Double) {
        #expect(throws: EncodingError.self) { _ = try JSONWriter.bytes(of: [number]) }
    }

    @Test(arguments: [
        ("courseTitle", "course_title"), ("personID", "person_id"), ("htmlURLText", "html_url_text"), ("id", "id"),
        ("already_snake", "already_snake"), ("a1B2", "a1_b2"), ("x", "x"), ("", ""),
    ])
    func `names are written in snake case`(name: String, written: String) throws {
        #expect(SnakeCase.of(name) == written)
    }
}
