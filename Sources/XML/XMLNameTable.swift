import CLibXML2

/// The names that one document uses, made once each. libxml2 keeps a name at one address for as long as its context
/// lives, so that the address is the key.
final class XMLNameTable {
    private struct Key: Hashable {
        var local: UInt
        var namespace: UInt
    }

    private var names: [Key: XMLName] = [:]
    private var namespaces: [UInt: String] = [:]

    @unsafe
    func name(local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) -> XMLName {
        let key = Key(local: UInt(bitPattern: local), namespace: UInt(bitPattern: namespace))
        if let known = names[key] { return known }
        let made = unsafe XMLName(String(cString: local), namespace: namespace.map { unsafe text(of: $0) })
        names[key] = made
        return made
    }

    /// One string for all names of a namespace, as such strings are long.
    private func text(of namespace: UnsafePointer<xmlChar>) -> String {
        let key = UInt(bitPattern: namespace)
        if let known = namespaces[key] { return known }
        let made = unsafe String(cString: namespace)
        namespaces[key] = made
        return made
    }
}
