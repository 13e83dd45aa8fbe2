import Archive
import Learning
import XML

extension Finding {
    /// Why a container was refused.
    init(_ error: ArchiveError) {
        let (code, hint) = Self.words(for: error.code)
        self.init(.fatal, code, entry: error.entry, message: error.message, hint: hint)
    }

    private static func words(for code: ArchiveError.Code) -> (code: String, hint: String) {
        switch code {
        case .notArchive: ("not-archive", "Give a curriculum.xml, a folder that holds one, or a zip of such a folder.")
        case .unreadable: ("unreadable", "Check the path and the rights to read it.")
        case .corrupt: ("corrupt", "It was probably cut off or damaged on its way; pack or download it again.")
        case .empty: ("empty", "Pack the folder that holds curriculum.xml.")
        case .encrypted: ("encrypted", "Pack it again without a password.")
        case .pathEscape: ("path-escape", "Pack it again from within its folder, so that all names are relative.")
        case .badName: ("bad-name", "Give the file a shorter name of plain characters and pack it again.")
        case .notAFile: ("not-a-file", "Put a copy of the file in the place of the link and pack it again.")
        case .tooManyEntries: ("too-many-entries", "Leave out what the course does not need, or split it.")
        case .tooLarge: ("too-large", "Leave out what the course does not need, or put films where they can be linked.")
        case .bomb: ("bomb", "No honest file packs like this; leave it out.")
        }
    }

    /// Why a document of the package was refused.
    init(_ error: XMLError, entry: String) {
        let (code, hint) = Self.words(for: error.code)
        self.init(
            .fatal, code, entry: entry, line: error.position.line, column: error.position.column,
            message: error.message, hint: hint)
    }

    private static func words(for code: XMLError.Code) -> (code: String, hint: String) {
        switch code {
        case .empty: ("bad-xml", "The file must hold one element with everything in it.")
        case .notWellFormed: ("bad-xml", "Every element is closed in order, every “&” of a text is written “&amp;”.")
        case .declarationNotFirst:
            ("bad-xml", "Take out what stands before it: not even a blank line or a space may.")
        case .bareAmpersand: ("bad-xml", "Write “&amp;” for an “&”, in texts and in addresses alike.")
        case .attributeNotQuoted:
            (
                "bad-xml",
                "Write id=\"c1\" with straight quotation marks; word processors make curly ones, as in id=“c1”."
            )
        case .unexpectedEnd: ("bad-xml", "It was probably cut off; look for an element that is not closed.")
        case .encoding: ("bad-xml", "Save it as UTF-8, or declare the encoding that it is in on its first line.")
        case .entityUndeclared: ("bad-xml", "Write the character itself, or its number, such as “&#160;”.")
        case .entityDeclared:
            (
                "unsafe-xml",
                "Take the <!DOCTYPE …> with its <!ENTITY …> out; where one was used, as in “&nbsp;”, write the character itself or its number, “&#160;”."
            )
        case .tooDeep: ("unsafe-xml", "No course needs that many levels; look for an element that is not closed.")
        case .attributeTooLong:
            ("unsafe-xml", "Look for a quotation mark that is missing, or put the text in an element.")
        case .tokenTooLong: ("unsafe-xml", "Look for a “-->” or “>” that is missing.")
        case .tooManyParts, .tooLong:
            ("too-large", "Split it into several courses, and put long texts and pictures into files beside it.")
        }
    }
}
