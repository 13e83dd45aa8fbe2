/// What a change does to one field.
public enum Edit<Value: Hashable & Sendable>: Hashable, Sendable {
    case keep
    case set(Value)

    /// The field's value afterwards.
    public func applied(to value: Value) -> Value {
        switch self {
        case .keep: value
        case .set(let new): new
        }
    }

    public var isKept: Bool { self == .keep }
}
