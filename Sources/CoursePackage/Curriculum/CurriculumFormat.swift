import Learning
import XML

/// Our own format: `curriculum.xml`, namespace `urn:cornerman:curriculum:1`, described by
/// `Public/schema/curriculum-1.xsd`.
struct CurriculumFormat: PackageFormat {
    static let namespace = "urn:cornerman:curriculum:1"

    let name = "Cornerman curriculum"
    let manifest: String? = "curriculum.xml"

    /// A wrong root in our namespace, or a right one in another, is a mistake in one of ours.
    func recognizes(root: XMLName) -> Bool { root.local == "curriculum" || root.namespace == Self.namespace }

    func read(_ source: PackageSource, log: FindingLog, into reading: PackageReading) throws -> PackageReading {
        let reader = CurriculumReader(source: source, log: log)
        try source.parse(source.manifest, CurriculumHandler(reader))
        reader.finish()
        var reading = reading
        reading.format = name
        reading.version = reader.isOurs ? "1" : ""
        if !reader.log.hasFatal {
            let verified = try source.verify(capturing: reader.lessonFiles, findingRoots: recognizes)
            reader.fillLessons(verified.contents)
            reader.withhold(curricula: verified.found)
            reading.digest = verified.digest
            reading.fileDigests = verified.digests
        }
        reading.title = reader.draft.title
        reading.draft = reader.draft
        reading.facts = reader.facts
        reading.findings = reader.log.findings
        if !reader.log.hasFatal {
            reading.findings += Linter.findings(in: reader.draft).map { reader.located($0) }
        }
        return reading
    }
}
