/// Looks for the names of ADL's namespaces in the bytes of a manifest, as some declare them and use them nowhere.
struct SCORMTrace {
    private static let name = Array("adlcp_rootv1p2".utf8)
    /// Bytes behind which the longer name is no longer looked for; it stands in the head.
    private static let head = 1 << 20

    private var matched = 0
    private var passed = 0
    /// Whether `adlcp` stands in it anywhere.
    private(set) var isADL = false
    /// Whether `adlcp_rootv1p2`, the namespace of SCORM 1.2, stands in its head.
    private(set) var hasVersion12 = false

    mutating func take(_ bytes: Span<UInt8>) {
        guard !hasVersion12, !isADL || passed < Self.head else { return }
        passed += bytes.count
        // An “a” begins the name and comes in it nowhere else, so that a mismatch never falls back into it.
        let name = Self.name.span
        var matched = matched
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == name[matched] {
                matched += 1
                if matched == 5 { isADL = true }
                if matched == name.count {
                    hasVersion12 = true
                    return
                }
            } else if matched > 0 {
                matched = byte == name[0] ? 1 : 0
            }
        }
        self.matched = matched
    }
}
