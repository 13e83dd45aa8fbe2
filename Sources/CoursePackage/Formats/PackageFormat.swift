import Learning
import XML

/// A format that packages come in: how one is recognized, and how it is read. One file, one test file, and a line in
/// `PackageFormats.all`.
protocol PackageFormat: Sendable {
    /// What people call it.
    var name: String { get }
    /// The file that tells the format, at the package's root; nil for a format of lone documents.
    var manifest: String? { get }
    /// Whether a package of this format has a single top folder as a matter of course.
    var hasTopFolder: Bool { get }

    /// Whether a lone document with this root element is of this format.
    func recognizes(root: XMLName) -> Bool

    /// How large its documents may be.
    func limits(_ standard: XMLLimits) -> XMLLimits

    /// Reads the package: fills in what is known and adds what is to be said.
    ///
    /// - Throws: `Unreadable` or `ArchiveError` when there is no going on.
    func read(_ source: PackageSource, log: FindingLog, into reading: PackageReading) throws -> PackageReading
}

extension PackageFormat {
    var hasTopFolder: Bool { false }

    func limits(_ standard: XMLLimits) -> XMLLimits { standard }
}

/// The formats, in the order in which they are looked for: where several manifests stand side by side, the first counts.
enum PackageFormats {
    static let all: [any PackageFormat] =
        [CurriculumFormat(), UnreadFormat.cmi5, SCORMFormat()] + UnreadFormat.all
}
