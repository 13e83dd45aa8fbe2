import Hummingbird
import Learning

extension Call {
    /// Refuses an item that the operation does not know, or that comes twice: a filter with a slip in its name would show
    /// everything.
    func checkQuery(knows items: [Operation.Item]) throws(Refusal) {
        guard request.uri.query != nil else { return }
        let known = items.filter { $0.place == .query }.map(\.name)
        var seen: Set<String> = []
        for name in QueryItems(request.uri.query).names {
            guard known.contains(name) else {
                let choice = known.isEmpty ? "It takes none." : "It takes: \(known.sorted().joined(separator: ", "))."
                throw .invalid(
                    name, "unknown-parameter", "This address has no parameter \"\(name)\". \(choice)")
            }
            guard seen.insert(name).inserted else {
                throw .invalid(name, "repeated-parameter", "\(name) comes twice: send it once.")
            }
        }
    }

    /// A query item that is no free text; nil where it is absent. An empty one is none of its values: as a filter it would
    /// show everything.
    private func value(_ name: String) -> String? {
        QueryItems(request.uri.query).bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A query item that is an id; nil where it is absent.
    func queryIdentifier<Subject: Identified>(
        _ name: String, of subject: Subject.Type = Subject.self
    ) throws(Refusal) -> Identifier<Subject>? {
        guard let text = value(name) else { return nil }
        guard let identifier = Identifier<Subject>(text) else {
            throw .invalid(name, "bad-id", "An id of the form \(Subject.idPrefix)_<UUID> is expected.")
        }
        return identifier
    }

    /// A query item that is a whole number; nil where it is absent.
    /// - Parameter told: the range that a refusal names, where what lies above it is refused with more to say.
    func queryInteger(
        _ name: String, _ range: ClosedRange<Int>, told: ClosedRange<Int>? = nil
    ) throws(Refusal) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .invalid(
                name, "out-of-range",
                "\(name) must lie between \((told ?? range).lowerBound) and \((told ?? range).upperBound).")
        }
        return number
    }

    /// A query item that is `true` or `false`; false where it is absent.
    func queryFlag(_ name: String) throws(Refusal) -> Bool {
        switch value(name) {
        case nil, "false": false
        case "true": true
        default: throw .invalid(name, "unknown-value", "\(name) is true or false.")
        }
    }

    /// Text of at most `limit` characters; nil where the item is absent or empty.
    func text(_ name: String, upTo limit: Int) throws(Refusal) -> String? {
        guard let bytes = QueryItems(request.uri.query).bytes(of: name), !bytes.isEmpty else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalid(name, "bad-utf8", "\(name) is not percent-encoded UTF-8.")
        }
        let count = text.unicodeScalars.count
        guard count <= limit else {
            throw .invalid(name, "too-long", "At most \(limit) characters are allowed; \(count) came.")
        }
        guard !text.unicodeScalars.contains("\0") else {
            throw .invalid(name, "control-character", "No text here holds U+0000: leave it out.")
        }
        return text
    }

    /// One of an enum's raw values; nil where the item is absent.
    func queryChoice<Value: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Value.Type = Value.self
    ) throws(Refusal) -> Value? where Value.RawValue == String {
        guard let text = value(name) else { return nil }
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(name, "unknown-value", "\"\(text)\" is not one of: \(known).")
        }
        return value
    }

    /// The page of a list that is sorted by id.
    func page<Subject: Identified>(
        of list: String, _ subject: Subject.Type = Subject.self
    ) throws(Refusal) -> Page<Identifier<Subject>> {
        let limit = try limit()
        guard let keys = try cursor(list: list, count: 1) else { return Page(limit: limit) }
        guard let last = Identifier<Subject>(keys[0]) else {
            throw .invalid("cursor", "bad-cursor", "This cursor is not one of this list: start without it.")
        }
        return Page(after: last, limit: limit)
    }

    /// A day; nil where the item is absent.
    func queryDate(_ name: String) throws(Refusal) -> CivilDate? {
        guard let text = value(name) else { return nil }
        guard let date = CivilDate(text) else {
            throw .invalid(name, "bad-date", "A date like 2026-03-31 is expected.")
        }
        return date
    }
}

extension Page {
    /// The same with one row more, to know whether there are more.
    var andOneMore: Page { Page(after: after, limit: limit + 1) }
}
