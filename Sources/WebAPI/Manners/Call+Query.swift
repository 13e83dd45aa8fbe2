import Learning

extension Call {
    /// A query item that is an id; nil where it is absent.
    func queryIdentifier<Subject: Identified>(
        _ name: String, of subject: Subject.Type = Subject.self
    ) throws(Refusal) -> Identifier<Subject>? {
        guard let text = query(name) else { return nil }
        guard let identifier = Identifier<Subject>(text) else {
            throw .invalid(name, "bad-id", "An id of the form \(Subject.idPrefix)_<UUID> is expected.")
        }
        return identifier
    }

    /// A query item that is a whole number; nil where it is absent.
    func queryInteger(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let text = query(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .invalid(
                name, "out-of-range", "\(name) must lie between \(range.lowerBound) and \(range.upperBound).")
        }
        return number
    }

    /// A query item that is `true` or `false`; false where it is absent.
    func queryFlag(_ name: String) throws(Refusal) -> Bool {
        switch query(name) {
        case nil, "false": false
        case "true": true
        default: throw .invalid(name, "unknown-value", "\(name) is true or false.")
        }
    }
}
