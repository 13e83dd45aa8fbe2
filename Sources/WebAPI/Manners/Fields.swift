import Foundation
import Learning

/// Reads the fields of a JSON object and notes everything that is wrong with it, each with its pointer, before anything is done.
///
///     let body = try call.fields()
///     let name = body.string("name", 1...200)
///     try body.check()          // throws all problems at once; fields that nobody read are among them
///
/// A getter returns a stand-in where the field is wrong: nothing of it is used, because `check` throws first.
final class Fields {
    private let pointer: String
    private let values: [String: JSONValue]
    private var read: Set<String> = []
    private var children: [Fields] = []
    private var problems: [Refusal.Detail] = []

    init(_ value: JSONValue, at pointer: String = "") {
        self.pointer = pointer
        if case .object(let fields) = value {
            values = fields
        } else {
            values = [:]
            problem(at: pointer, "wrong-type", "An object is expected, not \(value.typeName).")
        }
    }

    /// Throws every problem found so far, here and below, and every field that was not read.
    func check() throws(Refusal) {
        let all = collect()
        guard let first = all.first else { return }
        throw Refusal(.invalid, all.count == 1 ? first.code : "invalid-fields", first.message, details: all)
    }

    /// Whether nothing is wrong here or below, of all that was read.
    var isSound: Bool { collect().isEmpty }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// Whether the field is there and null, which in a PATCH takes a value away.
    func isNull(_ name: String) -> Bool {
        if values[name] == .null {
            read.insert(name)
            return true
        }
        return false
    }

    /// A string whose length in characters lies in `length`.
    func string(_ name: String, _ length: ClosedRange<Int>) -> String {
        optionalString(name, length) ?? required(name, "")
    }

    func optionalString(_ name: String, _ length: ClosedRange<Int>) -> String? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value else { return wrongType(name, "a string", value) }
        // As JSON Schema counts: a letter with three accents is four.
        let count = text.unicodeScalars.count
        if count < length.lowerBound {
            problem(name, count == 0 ? "empty" : "too-short", "At least \(length.lowerBound) characters are needed.")
        } else if count > length.upperBound {
            problem(name, "too-long", "At most \(length.upperBound) characters are allowed; \(count) came.")
        } else if text.unicodeScalars.contains("\0") {
            problem(name, "control-character", "U+0000 cannot be stored: leave it out.")
        }
        return text
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) -> Int {
        optionalInteger(name, range) ?? required(name, range.lowerBound)
    }

    func optionalInteger(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = take(name) else { return nil }
        guard let number = value.wholeNumber else { return wrongType(name, "an integer", value) }
        guard range.contains(number) else {
            problem(name, "out-of-range", "It must lie between \(range.lowerBound) and \(range.upperBound).")
            return range.lowerBound
        }
        return number
    }

    func optionalNumber(_ name: String, _ range: ClosedRange<Double>) -> Double? {
        guard let value = take(name) else { return nil }
        let number: Double
        switch value {
        case .integer(let whole): number = Double(whole)
        case .number(let real): number = real
        default: return wrongType(name, "a number", value)
        }
        guard range.contains(number) else {
            problem(name, "out-of-range", "It must lie between \(range.lowerBound) and \(range.upperBound).")
            return range.lowerBound
        }
        return number
    }

    func optionalBool(_ name: String) -> Bool? {
        guard let value = take(name) else { return nil }
        guard case .bool(let bool) = value else { return wrongType(name, "a boolean", value) }
        return bool
    }

    /// One of an enum's raw values.
    func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _ type: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        guard let text = optionalString(name, 0...100) else { return nil }
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            problem(name, "unknown-value", "\"\(text.prefix(50))\" is not one of: \(known).")
            return nil
        }
        return value
    }

    /// One of an enum's raw values, which must be there.
    func choice<Value: RawRepresentable & CaseIterable>(_ name: String, standIn: Value) -> Value
    where Value.RawValue == String {
        choice(name, Value.self) ?? required(name, standIn)
    }

    /// An id of the form `prefix_uuid`.
    func identifier<Subject: Identified>(_ name: String, _ subject: Subject.Type = Subject.self) -> Identifier<Subject>
    {
        optionalIdentifier(name, subject) ?? required(name, Identifier(stored: ""))
    }

    func optionalIdentifier<Subject: Identified>(
        _ name: String, _ subject: Subject.Type = Subject.self
    ) -> Identifier<Subject>? {
        guard let text = optionalString(name, 0...100) else { return nil }
        guard let identifier = Identifier<Subject>(text) else {
            problem(name, "bad-id", "An id of the form \(Subject.idPrefix)_<UUID> is expected.")
            return nil
        }
        return identifier
    }

    /// A moment as RFC 3339 writes it.
    func optionalInstant(_ name: String) -> Instant? {
        guard let text = optionalString(name, 0...64) else { return nil }
        guard let instant = Timestamp.parse(text) else {
            problem(name, "bad-time", "A time like 2026-03-01T09:30:00Z is expected.")
            return nil
        }
        return instant
    }

    /// An array of strings.
    func strings(_ name: String, count: Int, length: ClosedRange<Int>) -> [String]? {
        guard let items = array(name, count: count) else { return nil }
        return items.enumerated().compactMap { index, item in
            guard case .string(let text) = item, length.contains(text.count) else {
                problem(
                    "\(name)/\(index)", "wrong-type",
                    "A string of \(length.lowerBound) to \(length.upperBound) characters is expected.")
                return nil
            }
            return text
        }
    }

    /// An array of objects.
    func objects(_ name: String, count: Int) -> [Fields]? {
        guard let items = array(name, count: count) else { return nil }
        let read = items.enumerated().map { Fields($1, at: "\(pointer)/\(name)/\($0)") }
        children += read
        return read
    }

    /// One object.
    func object(_ name: String) -> Fields? {
        guard let value = take(name) else { return nil }
        let child = Fields(value, at: "\(pointer)/\(name)")
        children.append(child)
        return child
    }

    /// An object whose keys are data: string to value, at most `count` of them.
    func map(_ name: String, count: Int) -> [String: JSONValue]? {
        guard let value = take(name) else { return nil }
        guard case .object(let fields) = value else { return wrongType(name, "an object", value) }
        if fields.count > count { problem(name, "too-many", "At most \(count) entries are allowed.") }
        return fields
    }

    /// Notes a problem that only the caller of `Fields` can see.
    func problem(_ name: String, _ code: String, _ message: String) {
        problem(at: "\(pointer)/\(name)", code, message)
    }

    private func array(_ name: String, count: Int) -> [JSONValue]? {
        guard let value = take(name) else { return nil }
        guard case .array(let items) = value else { return wrongType(name, "an array", value) }
        if items.count > count {
            problem(name, "too-many", "At most \(count) items are allowed; \(items.count) came.")
            return []
        }
        return items
    }

    private func take(_ name: String) -> JSONValue? {
        read.insert(name)
        guard let value = values[name], value != .null else { return nil }
        return value
    }

    func required<Value>(_ name: String, _ standIn: Value) -> Value {
        if !problems.contains(where: { $0.pointer == "\(pointer)/\(name)" }) {
            problem(name, "required", "This field is required.")
        }
        return standIn
    }

    private func wrongType<Value>(_ name: String, _ wanted: String, _ value: JSONValue) -> Value? {
        problem(name, "wrong-type", "It must be \(wanted), not \(value.typeName).")
        return nil
    }

    private func problem(at pointer: String, _ code: String, _ message: String) {
        problems.append(Refusal.Detail(pointer: pointer, code: code, message: message))
    }

    private func collect() -> [Refusal.Detail] {
        var all = problems + children.flatMap { $0.collect() }
        for name in values.keys.sorted() where !read.contains(name) {
            let escaped = name.prefix(100).replacingOccurrences(of: "~", with: "~0").replacingOccurrences(
                of: "/", with: "~1")
            all.append(
                Refusal.Detail(
                    pointer: "\(pointer)/\(escaped)", code: "unknown-field", message: "There is no such field here."))
        }
        return all
    }
}
