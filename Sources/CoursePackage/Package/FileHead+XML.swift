import Archive

extension FileHead {
    /// Whether a file's first bytes look like XML: a `<` after white space, in UTF-8 or UTF-16.
    static func looksLikeXML(_ head: [UInt8]) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x09, 0x0A, 0x0D, 0x20]
        return head.first { !marks.contains($0) } == UInt8(ascii: "<")
    }
}
