import XML

/// Finds out a document's root element without reading further than the piece in which it stands.
final class RootProbe: XMLContentHandler {
    private(set) var found: XMLName?

    func start(_ element: borrowing XMLElement) {
        if found == nil { found = element.name }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: Span<UInt8>) {}

    /// - Throws: `Unreadable` when the document breaks before its root.
    func root(of path: String, in source: PackageSource) throws -> XMLName? {
        var parser = XMLPushParser(self, limits: source.xmlLimits)
        do {
            try source.files.read(path) { piece in
                try parser.push(piece)
                return found == nil
            }
            if found == nil { try parser.finish() }
        } catch let error as XMLError {
            // What is wrong behind the root is for the format's reader to find, which knows what it is about.
            if found == nil { throw Unreadable(finding: .init(error, entry: path)) }
        }
        return found
    }
}
