/// Why a document was refused, and where.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of refusal; stable, so that callers may tell them apart.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no element in it.
        case empty
        /// It breaks the grammar of XML 1.0 or of its namespaces.
        case notWellFormed
        /// Its XML declaration does not stand at its very beginning.
        case declarationNotFirst
        /// An `&` stands for itself.
        case bareAmpersand
        /// The value of an attribute does not begin with a straight quotation mark.
        case attributeNotQuoted
        /// It ends before its root element does.
        case unexpectedEnd
        /// Its bytes are not in the encoding that it declares (UTF-8 where it declares none), or nobody knows that encoding.
        case encoding
        /// It declares an entity. None is ever expanded or fetched.
        case entityDeclared
        /// It uses an entity that XML does not define, such as `&nbsp;`.
        case entityUndeclared
        /// Its elements are nested deeper than the limit.
        case tooDeep
        /// The value of an attribute is longer than the limit.
        case attributeTooLong
        /// A tag, comment or declaration as a whole is longer than the limit.
        case tokenTooLong
        /// One tag has more attributes, or the document more elements and attributes, than the limit.
        case tooManyParts
        /// The document is longer than the limit.
        case tooLong
    }

    public var code: Code
    /// Where it was noticed; the `<` for what an element does.
    public var position: XMLPosition
    /// What is the matter, a sentence.
    public var message: String

    public init(_ code: Code, at position: XMLPosition, message: String) {
        self.code = code
        self.position = position
        self.message = message
    }

    public var description: String { "\(position.line):\(position.column): \(message)" }
}
