/// Whoever wants to know what is in a document, told in the document's order while it is read.
///
/// After an error nothing more is told.
public protocol XMLContentHandler: AnyObject {
    /// An element begins. The element is lent: what is needed of it is copied out.
    func start(_ element: borrowing XMLElement)
    /// The innermost element that began ends.
    func end(_ name: XMLName)
    /// Text of the innermost element, UTF-8, in pieces of any size that may split characters' neighbors but no character.
    func text(_ bytes: Span<UInt8>)
}
