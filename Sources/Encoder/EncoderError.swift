/// Why a file cannot serve as a model.
public struct EncoderError: Error, Hashable, CustomStringConvertible {
    /// What is the matter.
    public enum Kind: String, Hashable, Sendable {
        /// The file cannot be read.
        case unreadable
        /// It is some other file.
        case notAModel
        /// It was made for another version of the program.
        case otherVersion
        /// Its end is missing, or something follows it.
        case wrongLength
        /// Its bytes are not those that it was made with.
        case damaged
        /// It is intact, and what it says does not fit together.
        case inconsistent
        /// The program was built without the trait `Meaning`.
        case notBuiltIn
    }

    /// What is the matter.
    public let kind: Kind
    /// The same in a sentence, with how to mend it.
    public let description: String

    private init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    private static let mend = "`make model` makes a good one."

    static func unreadable(_ reason: String) -> Self {
        Self(.unreadable, "The model file cannot be read: \(reason)")
    }

    static let notAModel = Self(.notAModel, "The file is no model of a sentence encoder. \(mend)")

    static func otherVersion(_ found: UInt32) -> Self {
        Self(
            .otherVersion,
            "The model file has version \(found), and this program reads version \(ModelFile.version). \(mend)")
    }

    static func wrongLength(expected: UInt64, found: UInt64) -> Self {
        Self(
            .wrongLength,
            "The model file should have \(expected) bytes and has \(found): it was not copied whole. \(mend)")
    }

    static let damaged = Self(.damaged, "The model file is damaged: its digest does not match. \(mend)")

    static func inconsistent(_ what: String) -> Self {
        Self(.inconsistent, "The model file does not fit together: \(what). \(mend)")
    }

    static let notBuiltIn = Self(
        .notBuiltIn, "This program was built without the trait Meaning and cannot use a model file.")
}
