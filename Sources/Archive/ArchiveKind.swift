/// The kinds of archive that are read.
public enum ArchiveKind: String, Sendable, CaseIterable {
    case zip, tar, tarGzip

    /// How many of a file's first bytes tell its kind.
    public static let headBytes = 512

    /// Tells the kind by a file's first `headBytes` bytes; nil when it is none of them.
    public init?(head: Span<UInt8>) {
        if Self.holds(head, "PK", at: 0) {
            self = .zip
        } else if head.count >= 2, head[0] == 0x1F, head[1] == 0x8B {
            self = .tarGzip
        } else if Self.holds(head, "ustar", at: 257) {
            self = .tar
        } else {
            return nil
        }
    }

    private static func holds(_ head: Span<UInt8>, _ text: StaticString, at offset: Int) -> Bool {
        text.withUTF8Buffer { expected in
            head.count >= offset + expected.count
                && expected.indices.allSatisfy { unsafe head[offset + $0] == expected[$0] }
        }
    }
}
