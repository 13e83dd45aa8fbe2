import CLibXML2

/// The names that one document uses, made once each and numbered. libxml2 keeps a name at one address for as long as its
/// context lives, so that the address is the key.
final class XMLNameTable {
    private struct Key: Hashable {
        var local: UInt
        var namespace: UInt
    }

    private var numbers: [Key: Int] = [:]
    private var names: [XMLName] = []
    private var namespaces: [UInt: String] = [:]
    /// What was asked for last, each at a place that its address gives: a document uses few names many times.
    private var recent = [(key: Key, number: Int)](
        repeating: (Key(local: 0, namespace: 0), 0), count: 64)

    /// The name's number, from 0 in the order in which names come first.
    @unsafe
    func number(local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) -> Int {
        let key = Key(local: UInt(bitPattern: local), namespace: UInt(bitPattern: namespace))
        let place = Int(truncatingIfNeeded: (key.local ^ key.local >> 6 ^ key.namespace >> 3) & 63)
        if recent[place].key == key { return recent[place].number }
        let number = unsafe numbers[key] ?? add(key, local: local, namespace: namespace)
        recent[place] = (key, number)
        return number
    }

    func name(_ number: Int) -> XMLName { names[number] }

    private func add(_ key: Key, local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?) -> Int {
        names.append(unsafe XMLName(String(cString: local), namespace: namespace.map { unsafe text(of: $0) }))
        numbers[key] = names.count - 1
        return names.count - 1
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
