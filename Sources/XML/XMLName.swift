/// The name of an element or attribute (Namespaces in XML 1.0 §2.1, an expanded name).
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
    /// The namespace's URI; nil for a name in no namespace.
    public var namespace: String?
    /// The name without its prefix.
    public var local: String

    public init(_ local: String, namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }

    public var description: String { namespace.map { "{\($0)}\(local)" } ?? local }
}
