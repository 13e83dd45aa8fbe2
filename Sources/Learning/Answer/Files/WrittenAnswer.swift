/// What a file says of one answer, in whatever format, before it is looked at: texts and lists by the names of
/// ``AnswerRow/columns``. A name that is not there says nothing.
public struct WrittenAnswer: Hashable, Sendable {
    /// Where it starts.
    public var position: FilePosition
    /// A JSON Pointer (RFC 6901) to it; empty in a format that knows lines alone.
    public var pointer: String
    public var texts: [String: String] = [:]
    /// Another key under which it may be here already, which goes before its own.
    public var otherKey: String?
    public var lists: [String: [String]] = [:]
    /// Where what it says of a name begins.
    public var places: [String: FilePosition] = [:]
    /// Why it cannot be taken; nil while nothing is wrong.
    public private(set) var fault: Refusal.Detail?
    /// What could not be kept of it.
    public private(set) var warnings: [Refusal.Detail] = []

    public init(at position: FilePosition, pointer: String = "") {
        self.position = position
        self.pointer = pointer
    }

    /// Says why it cannot be taken; the first reason stands.
    /// - Parameter name: what is wrong with it; empty for all of it.
    public mutating func refuse(_ name: String, _ code: String, _ message: String, at place: FilePosition? = nil) {
        guard fault == nil else { return }
        fault = Refusal.Detail(
            pointer: name.isEmpty ? "" : "/\(name)", code: code, message: message, line: place?.line,
            column: place?.column)
    }

    /// Says what could not be kept.
    public mutating func warn(_ name: String, _ code: String, _ message: String) {
        warnings.append(Refusal.Detail(pointer: "/\(name)", code: code, message: message))
    }

    /// A text without outer space; nil where it is empty or not there.
    func text(_ name: String) -> String? {
        guard let text = texts[name]?.trimmed, !text.isEmpty else { return nil }
        return text
    }
}
