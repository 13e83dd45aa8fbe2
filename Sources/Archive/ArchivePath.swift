/// The rules for names, in archives and folders alike.
public enum ArchivePath {
    /// A name with its separators and empty parts put right; throws when it leads out of the package or is no name.
    ///
    /// - Returns: An empty string for the root itself.
    public static func normalized(_ name: String, limit: Int = ArchiveLimits.standard.nameBytes) throws(ArchiveError)
        -> String
    {
        guard name.utf8.count <= limit else {
            throw ArchiveError(
                .badName, entry: String(name.prefix(80)), message: "A name is longer than \(limit) bytes.")
        }
        if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw ArchiveError(.badName, entry: name, message: "A name holds a control character.")
        }
        let slashed = name.replacing("\\", with: "/")
        if slashed.hasPrefix("/") || hasDriveLetter(slashed) {
            throw ArchiveError(.pathEscape, entry: name, message: "The name “\(name)” is absolute.")
        }
        let parts = slashed.split(separator: "/").filter { $0 != "." }
        if parts.contains("..") {
            throw ArchiveError(.pathEscape, entry: name, message: "The name “\(name)” leads out of the package.")
        }
        return parts.joined(separator: "/")
    }

    private static func hasDriveLetter(_ name: String) -> Bool {
        var bytes = name.utf8.makeIterator()
        guard let letter = bytes.next(), bytes.next() == UInt8(ascii: ":") else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20)
    }
}
