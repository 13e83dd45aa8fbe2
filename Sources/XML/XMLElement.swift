import CLibXML2

/// A start tag, lent to the handler while it is told of it.
@safe
public struct XMLElement: ~Copyable {
    public let name: XMLName
    /// The name's number in this document, from 0 in the order in which names come first; attributes' names share them.
    /// It saves a handler from comparing names.
    public let number: Int
    /// Where its `<` stands.
    public let position: XMLPosition
    /// How many attributes are written in the tag; those that a document type declaration would add are left out.
    public let attributeCount: Int

    /// libxml2's array: local name, prefix, URI, begin and end of the value for each attribute.
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let names: XMLNameTable

    @unsafe
    init(
        name: XMLName, number: Int, position: XMLPosition, attributeCount: Int,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, names: XMLNameTable
    ) {
        self.name = name
        self.number = number
        self.position = position
        self.attributeCount = attributeCount
        unsafe self.attributes = attributes
        self.names = names
    }

    /// The value of the attribute with this local name in no namespace.
    public func attribute(_ local: String) -> String? {
        attribute(XMLName(local))
    }

    /// The value of the attribute with this name.
    public func attribute(_ name: XMLName) -> String? {
        for index in 0..<attributeCount where attributeName(index) == name {
            return attributeValue(index)
        }
        return nil
    }

    /// The attribute's name, in the order of the tag.
    public func attributeName(_ index: Int) -> XMLName {
        let number = attributeNumber(index)
        return number < 0 ? XMLName("") : names.name(number)
    }

    /// The number of the attribute's name in this document, see ``number``.
    public func attributeNumber(_ index: Int) -> Int {
        precondition(index >= 0 && index < attributeCount, "An attribute's index is below the tag's attributeCount.")
        guard let slot = unsafe attributes?.advanced(by: index * 5), let local = unsafe slot[0] else { return -1 }
        return unsafe names.number(local: local, namespace: slot[2])
    }

    /// The attribute's value with its references resolved and its white space normalized (XML 1.0 §3.3.3).
    public func attributeValue(_ index: Int) -> String {
        precondition(index >= 0 && index < attributeCount, "An attribute's index is below the tag's attributeCount.")
        guard let slot = unsafe attributes?.advanced(by: index * 5), let begin = unsafe slot[3],
            let end = unsafe slot[4]
        else { return "" }
        let bytes = unsafe UnsafeBufferPointer(start: begin, count: end - begin)
        // Counted rather than looked for, which is many bytes at a time.
        var references = 0
        for index in 0..<bytes.count { references &+= unsafe bytes[index] == UInt8(ascii: "&") ? 1 : 0 }
        let value = unsafe String(decoding: bytes, as: UTF8.self)
        // A parser that expands no entities writes every "&" of a value as this reference, and nothing else so.
        return references > 0 ? value.replacing("&#38;", with: "&") : value
    }
}
