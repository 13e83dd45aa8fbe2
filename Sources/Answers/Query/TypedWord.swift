/// A word of a query.
struct TypedWord: Sendable {
    /// Folded, as UTF-8.
    var folded: [UInt8]
    /// Whether it stands for every word that begins so.
    var isPrefix = false
    /// Whether it is being typed still: it may be half a word.
    var isOpen = false
    /// As text.
    var text: String { String(decoding: folded, as: UTF8.self) }
}
