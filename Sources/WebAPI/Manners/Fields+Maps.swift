import Learning

/// Fields that hold more than one value of a kind.
extension Fields {
    /// A moment as RFC 3339 writes it, which must be there.
    func instant(_ name: String) -> Instant {
        optionalInstant(name) ?? required(name, Instant(milliseconds: 0))
    }

    /// An array of ids of the form `prefix_uuid`.
    func identifiers<Subject: Identified>(
        _ name: String, count: Int, _ subject: Subject.Type = Subject.self
    ) -> [Identifier<Subject>]? {
        strings(name, count: count, length: 0...100)?.enumerated().compactMap { index, text in
            if let identifier = Identifier<Subject>(text) { return identifier }
            problem("\(name)/\(index)", "bad-id", "An id of the form \(Subject.idPrefix)_<UUID> is expected.")
            return nil
        }
    }

    /// An object of integers, its keys being data.
    func integers(_ name: String, count: Int) -> [String: Int]? {
        values(name, count: count, "an integer", \.wholeNumber)
    }

    /// An object of strings, its keys being data.
    func texts(_ name: String, count: Int) -> [String: String]? {
        values(name, count: count, "a string") { if case .string(let text) = $0 { text } else { nil } }
    }

    /// An object of arrays of strings, its keys being data, which must be there.
    func lists(_ name: String, count: Int) -> [String: [String]] {
        optionalLists(name, count: count) ?? required(name, [:])
    }

    /// An object of arrays of strings, its keys being data.
    func optionalLists(_ name: String, count: Int) -> [String: [String]]? {
        values(name, count: count, "an array of strings") { value in
            guard case .array(let items) = value else { return nil }
            let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
            return texts.count == items.count ? texts : nil
        }
    }

    private func values<Value>(
        _ name: String, count: Int, _ wanted: String, _ take: (JSONValue) -> Value?
    ) -> [String: Value]? {
        guard let fields = map(name, count: count) else { return nil }
        var values: [String: Value] = [:]
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            if let value = take(value) {
                values[key] = value
            } else {
                let escaped = key.replacing("~", with: "~0").replacing("/", with: "~1")
                problem("\(name)/\(escaped)", "wrong-type", "It must be \(wanted), not \(value.typeName).")
            }
        }
        return values
    }
}
