import Learning

extension Fields {
    /// What a PATCH does to a field that always has a value: kept where it is absent, refused where it is null.
    func edit<Value>(_ name: String, _ read: (String) -> Value?) -> Edit<Value> {
        if isNull(name) { problem(name, "null", "This field always has a value.") }
        return read(name).map(Edit.set) ?? .keep
    }

    /// What a PATCH does to a field that may be null, which takes its value away.
    func nullableEdit<Value>(_ name: String, _ read: (String) -> Value?) -> Edit<Value?> {
        isNull(name) ? .set(nil) : read(name).map(Edit.set) ?? .keep
    }
}
