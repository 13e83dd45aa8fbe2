/// The rules for ids: they are lasting names in lists, addresses and reports.
enum CurriculumKey {
    static let limit = 200

    /// The id as it is kept: white space around it taken off, and what a key cannot hold replaced by `-`.
    static func mended(_ written: String) -> String {
        let trimmed = CurriculumElement.line(written)
        var key = String(
            String.UnicodeScalarView(
                trimmed.unicodeScalars.prefix(limit).map { isPart($0) ? $0 : "-" }))
        if let first = key.unicodeScalars.first, !isBeginning(first) { key = "x" + key }
        return key == "start" ? "start-1" : key
    }

    private static func isBeginning(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: isBeginning(scalar) || "._:-".unicodeScalars.contains(scalar)
        }
    }
}
