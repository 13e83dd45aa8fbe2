/// A word of a query.
struct TypedWord: Sendable {
    /// Folded, as UTF-8.
    var folded: [UInt8]
    /// As text.
    var text: String { String(decoding: folded, as: UTF8.self) }
}
