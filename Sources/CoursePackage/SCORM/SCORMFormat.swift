import Learning
import XML

/// SCORM 1.2 and SCORM 2004, 2nd to 4th edition: `imsmanifest.xml` of IMS Content Packaging with ADL's additions.
///
/// Other formats have a manifest of the same name; those are told apart here and refused by their own name.
struct SCORMFormat: PackageFormat {
    let name = "SCORM"
    let manifest: String? = "imsmanifest.xml"

    func recognizes(root: XMLName) -> Bool { root.local == "manifest" }

    /// A reader that keeps nothing but what it makes takes larger manifests.
    func limits(_ standard: XMLLimits) -> XMLLimits {
        var limits = standard
        limits.bytes = Limits.contentManifest.value
        limits.parts = Limits.contentManifestParts.value
        return limits
    }

    func read(_ source: PackageSource, log: FindingLog, into reading: PackageReading) throws -> PackageReading {
        let reader = SCORMReader(source: source, log: log)
        try source.parse(source.manifest, SCORMHandler(reader)) { reader.trace.take($0) }
        reader.finish()
        if let other = reader.otherKind {
            var reading = reading
            reading.findings = log.findings.filter { $0.severity == .note }
            throw Unreadable(
                finding: UnreadFormat.unsupported(other, entry: source.manifest, hint: UnreadFormat.standardHint))
        }
        var reading = reading
        reading.format = name
        reading.version = reader.editionName
        if !reader.log.hasFatal {
            let verified = try source.verify()
            reading.digest = verified.digest
            reading.fileDigests = verified.digests
        }
        reading.title = reader.title
        reading.facts = reader.facts
        reading.findings = reader.log.findings
        reading.draft = reader.takeDraft()
        if !reader.log.hasFatal, let draft = reading.draft { reading.findings += SCORMAdvice.findings(in: draft) }
        return reading
    }
}
